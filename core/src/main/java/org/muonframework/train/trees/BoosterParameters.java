package org.muonframework.train.trees;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.muonframework.spi.problem.ConfigurationException;
import org.muonframework.spi.problem.Problem;

/** The parameters that XGBoost is given; XGBoost itself ignores a name it does not know, so names are checked here. */
final class BoosterParameters {

    /** What a user may add. */
    private static final TreeSet<String> FREE = new TreeSet<>(List.of(
            "base_score",
            "colsample_bylevel",
            "colsample_bynode",
            "grow_policy",
            "interaction_constraints",
            "max_delta_step",
            "max_leaves",
            "monotone_constraints",
            "num_parallel_tree",
            "scale_pos_weight"));

    /** What the trainer's settings govern, with the key that does. */
    private static final Map<String, String> GOVERNED = Map.ofEntries(
            Map.entry("eta", "trainer.learning-rate"),
            Map.entry("learning_rate", "trainer.learning-rate"),
            Map.entry("max_depth", "trainer.max-depth"),
            Map.entry("subsample", "trainer.subsample"),
            Map.entry("colsample_bytree", "trainer.column-sample"),
            Map.entry("min_child_weight", "trainer.min-child-weight"),
            Map.entry("lambda", "trainer.lambda"),
            Map.entry("reg_lambda", "trainer.lambda"),
            Map.entry("alpha", "trainer.alpha"),
            Map.entry("reg_alpha", "trainer.alpha"),
            Map.entry("gamma", "trainer.gamma"),
            Map.entry("min_split_loss", "trainer.gamma"),
            Map.entry("max_bin", "trainer.bins"),
            Map.entry("seed", "seed"),
            Map.entry("nthread", "--threads"));

    private BoosterParameters() {}

    /**
     * Refuses names that would be ignored or would contradict the trainer.
     *
     * @throws ConfigurationException naming every such parameter
     */
    static void check(Map<String, String> parameters) {
        List<Problem> problems = new ArrayList<>();
        for (String name : new TreeSet<>(parameters.keySet())) {
            if (GOVERNED.containsKey(name)) {
                problems.add(new Problem("model.parameters." + name, "is set by '" + GOVERNED.get(name) + "'"));
            } else if (!FREE.contains(name)) {
                problems.add(new Problem(
                        "model.parameters." + name,
                        "is not a parameter of XGBoost that may be set here; these may: " + String.join(", ", FREE)));
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
    }

    /** Everything that one booster is given. */
    static Map<String, Object> of(
            BoostedTreesSettings settings, Map<String, String> more, Output output, int seed, int threads) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("booster", "gbtree");
        all.put("tree_method", "hist");
        all.put("device", "cpu");
        all.put("eta", settings.learningRate());
        all.put("max_depth", settings.maxDepth());
        all.put("subsample", settings.subsample());
        all.put("colsample_bytree", settings.columnSample());
        all.put("min_child_weight", settings.minChildWeight());
        all.put("lambda", settings.lambda());
        all.put("alpha", settings.alpha());
        all.put("gamma", settings.gamma());
        all.put("max_bin", settings.bins());
        all.put("seed", seed);
        all.put("seed_per_iteration", true);
        all.put("nthread", threads);
        all.put("verbosity", 0);
        all.put("objective", output.objective());
        if (output.classes() > 2) {
            all.put("num_class", output.classes());
        }
        all.put("disable_default_eval_metric", true);
        all.putAll(more);
        return all;
    }

    /** Whether these settings draw random numbers while training. */
    static boolean sampled(BoostedTreesSettings settings, Map<String, String> more) {
        return settings.subsample() < 1
                || settings.columnSample() < 1
                || more.containsKey("colsample_bylevel")
                || more.containsKey("colsample_bynode");
    }
}
