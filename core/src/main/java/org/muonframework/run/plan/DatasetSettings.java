package org.muonframework.run.plan;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.muonframework.data.Clip;
import org.muonframework.data.ColumnNames;
import org.muonframework.data.MissingPolicy;
import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;

/** The keys of the {@code dataset} section that hold for a dataset of any type. */
@Doc("Keys of every dataset.")
public record DatasetSettings(
        @Doc("Expression that a row must fulfil to be kept.")
        Optional<String> selection,

        @Doc("New columns: name = expression; one may use another.") @Default("{}")
        Map<String, String> derive,

        @Doc("What to do about missing feature values.") @Default("{}")
        MissingSettings missing,

        @Doc(
                "Beginning of column names that is left out in the analysis: with softmu_, the data's softmu_pt is called pt; others keep their names.")
        Optional<String> prefix,

        @Doc("Names of columns: name in the analysis = name in the data; goes before the prefix.") @Default("{}")
        Map<String, String> rename,

        @Doc("Limits of feature values: what lies beyond is set to the limit.")
        Optional<Clip> clip) {

    /** The keys that a section may have whatever its type, by the name of the section: those of every dataset. */
    public static final Map<String, Set<String>> LASTING_KEYS =
            Map.of("dataset", Set.copyOf(SectionReader.keysOfEveryDataset()));

    /** How columns are called. */
    public ColumnNames names() {
        return new ColumnNames(prefix.orElse(""), rename);
    }

    /** The same with more derived columns; those that are there already stay. */
    DatasetSettings deriving(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(more);
        all.putAll(derive);
        return new DatasetSettings(selection, all, missing, prefix, rename, clip);
    }

    /** Treatment of missing values. */
    @Doc("Missing feature values: NaN, infinities and the stated value.")
    public record MissingSettings(
            @Doc("A number that stands for a missing value, such as -999.")
            Optional<Double> value,

            @Doc("What takes its place, or what happens.") @Default("error")
            MissingPolicy.Policy policy,

            @Doc("What takes its place under the policy 'constant'.") @Default("0")
            double constant) {

        /** The number that stands for a missing value, if one does. */
        public OptionalDouble sentinel() {
            return value.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
        }
    }
}
