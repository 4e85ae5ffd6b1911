package org.muonframework.run.plan;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.muonframework.data.FoldPlan;
import org.muonframework.data.ImagePlan;
import org.muonframework.data.NegativeWeights;
import org.muonframework.data.SplitPlan;
import org.muonframework.data.WeightNormalisation;
import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;
import org.muonframework.spi.settings.Range;

/** The keys of an analysis file that do not belong to a plugin's section. */
@Doc("An analysis, from data to result.")
public record AnalysisSettings(
        @Doc("The preset whose values hold for every key not given here.")
        Optional<String> analysis,

        @Doc("Name of the run directory and title of the report; the analysis' or the file's name if absent.")
        Optional<String> name,

        @Doc("The one seed of everything random.") @Default("1")
        long seed,

        @Doc("Names of the input columns, in order.") @Default("[]")
        List<String> features,

        @Doc("Images or volumes beside the features: name = { cells = …, values = …, shape = […] }.") @Default("{}")
        Map<String, ImageSettings> images,

        @Doc("Expression for the true class of a row, 0, 1, …; the dataset's label column if absent.")
        Optional<String> label,

        @Doc("Names of the classes 0, 1, …; the dataset's if absent.") @Default("[]")
        List<String> classes,

        @Doc("Columns to regress.") @Default("[]") List<String> targets,

        @Doc("Whether spectator columns may be features.") @Default("false")
        boolean allowSpectators,

        @Doc(
                "Text beside the framework's name on every figure, such as 'CMS Open Data'; 'Simulation' where no file is read.")
        Optional<String> figureLabel,

        @Doc(
                "What the selected rows may take in memory, such as '4 GiB'; a run stops before it takes more. Half of what the JVM may use if absent.")
        Optional<String> memoryLimit,

        @Doc("How events are divided into training, validation and test.") @Default("{}")
        SplitSettings split,

        @Doc(
                "Number of folds: as many models, each tested on the events of one fold and trained on others; 0 for one split.")
        @Default("0")
        @Range(min = 0, max = 1000)
        int folds,

        @Doc("How rows are weighted.") @Default("{}") WeightSettings weights) {

    /** Checks that the limit of memory is a size. */
    public AnalysisSettings {
        memoryLimit.ifPresent(AnalysisSettings::bytes);
    }

    /** The division into training, validation and test part. */
    public SplitPlan splitPlan() {
        return new SplitPlan(split.by(), split.train(), split.validation());
    }

    /** The division into folds; empty for one split. */
    public Optional<FoldPlan> foldPlan() {
        return folds == 0 ? Optional.empty() : Optional.of(new FoldPlan(folds));
    }

    /** The images, in the order of their names. */
    public List<ImagePlan> imagePlans() {
        return images.entrySet().stream()
                .map(image -> image.getValue().plan(image.getKey()))
                .toList();
    }

    /** The limit of memory in bytes. */
    public OptionalLong memoryLimitBytes() {
        return memoryLimit.map(text -> OptionalLong.of(bytes(text))).orElseGet(OptionalLong::empty);
    }

    private static long bytes(String size) {
        String expected = "'memory-limit' must be a size such as '4 GiB' or '512 MB', not '" + size + "'";
        try {
            long bytes = ConfigFactory.parseMap(Map.of("size", size)).getBytes("size");
            if (bytes <= 0) {
                throw new IllegalArgumentException(expected);
            }
            return bytes;
        } catch (ConfigException e) {
            throw new IllegalArgumentException(expected, e);
        }
    }

    /** Parts of a split by event. */
    @Doc("Division by event: rows of one event always stay together.")
    public record SplitSettings(
            @Doc("Columns that identify an event; the dataset's key columns if empty.") @Default("[]")
            List<String> by,

            @Doc("Fraction of events to train on.") @Default("0.6") @Range(min = 0, max = 1, minExclusive = true)
            double train,

            @Doc("Fraction of events to judge by while training; the rest is the test part.")
            @Default("0.2")
            @Range(min = 0, max = 1, minExclusive = true)
            double validation) {

        /** Checks that the fractions leave nothing negative. */
        public SplitSettings {
            if (train + validation > 1 + 1e-12) {
                throw new IllegalArgumentException(
                        "train and validation add up to " + (train + validation) + ", more than 1");
            }
        }
    }

    /** Weights of rows. */
    @Doc("Weights of rows.")
    public record WeightSettings(
            @Doc("Expression that multiplies the dataset's own weight.")
            Optional<String> expression,

            @Doc("What training does with negative weights; evaluation always keeps their sign.") @Default("keep")
            NegativeWeights negative,

            @Doc("How training weights are scaled, after the policy for negative ones.") @Default("none")
            WeightNormalisation normalise,

            @Doc("Reweighting of training rows, after both; an entry of 'models' may have its own, over this one.")
            Optional<ReweightSettings> reweight) {}
}
