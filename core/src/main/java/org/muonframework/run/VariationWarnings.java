package org.muonframework.run;

import java.util.ArrayList;
import java.util.List;
import org.muonframework.data.UnseenData;
import org.muonframework.data.format.files.FilesSettings;
import org.muonframework.run.assemble.AssembledVariation;
import org.muonframework.run.assemble.Assembly;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.Dataset;

/** What the reader of a report must know of variations before believing how they differ. */
public final class VariationWarnings {

    private VariationWarnings() {}

    /** What shows before any row is read: whether events can be recognised, and whether samples are weighted alike. */
    public static List<String> of(Assembly assembly) {
        List<String> warnings = new ArrayList<>(byPlace(assembly));
        List<String> nominal = weights(assembly.dataset());
        for (AssembledVariation variation : assembly.variations()) {
            List<String> own = weights(variation.dataset());
            String start = "Variation '" + variation.name() + "' has ";
            nominal.stream()
                    .filter(name -> !own.contains(name))
                    .forEach(name -> warnings.add(start + "no weight column '" + name
                            + "', and the analysis has: without it, its rows count as if it were 1."));
            own.stream()
                    .filter(name -> !nominal.contains(name))
                    .forEach(name -> warnings.add(start + "the weight column '" + name
                            + "', which weighs its rows, and the analysis has none of that name."));
        }
        return warnings;
    }

    private static List<String> weights(Dataset dataset) {
        return dataset.schema().withRole(ColumnRole.WEIGHT).stream()
                .map(ColumnSpec::name)
                .toList();
    }

    /** Nobody can tell whether another file holds the same events where these are known by their place in a file. */
    private static List<String> byPlace(Assembly assembly) {
        Dataset dataset = assembly.dataset();
        List<String> keys = assembly.preparation().split().keysOf(dataset.schema());
        boolean byPlace = keys.equals(FilesSettings.PLACE)
                && dataset.schema().names().containsAll(keys)
                && !dataset.files().isEmpty();
        List<String> variations = assembly.variations().stream()
                .filter(variation -> !variation.dataset().files().isEmpty())
                .map(AssembledVariation::name)
                .toList();
        return byPlace && !variations.isEmpty()
                ? List.of("Events are known by file and row only: nobody can tell whether the variations "
                        + String.join(", ", variations)
                        + " hold events that a model was trained on, and if they do, their values look too good.")
                : List.of();
    }

    /** What shows in the rows: values of features that are missing, or of which many were set to the limits. */
    public static List<String> of(AssembledVariation variation, UnseenData rows) {
        return DataWarnings.ofFeatures(variation.preparation().missing(), rows.missing(), rows.clipped());
    }
}
