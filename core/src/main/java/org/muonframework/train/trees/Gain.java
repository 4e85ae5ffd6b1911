package org.muonframework.train.trees;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** How much each feature lowers the training loss. */
final class Gain {

    private static final Pattern SPLIT = Pattern.compile("\\[f(\\d+)<[^\\]]*\\][^\\n]*?gain=([^,\\n]+)");

    private Gain() {}

    /**
     * The gain of all splits on a feature, as a part of the gain of all splits.
     *
     * @param rounds number of rounds used
     * @return by name of feature; empty if no tree has a split
     */
    static Map<String, Double> of(Booster booster, int rounds, List<String> features) throws XGBoostError {
        String[] trees = booster.getModelDump("", true);
        int used = trees.length / booster.getNumBoostedRound() * rounds;
        double[] gains = new double[features.size()];
        double total = 0;
        for (int t = 0; t < used; t++) {
            Matcher matcher = SPLIT.matcher(trees[t]);
            while (matcher.find()) {
                double gain = Double.parseDouble(matcher.group(2));
                gains[Integer.parseInt(matcher.group(1))] += gain;
                total += gain;
            }
        }
        Map<String, Double> parts = new TreeMap<>();
        for (int f = 0; total > 0 && f < gains.length; f++) {
            parts.put(features.get(f), gains[f] / total);
        }
        return parts;
    }
}
