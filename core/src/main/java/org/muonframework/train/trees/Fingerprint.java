package org.muonframework.train.trees;

import java.util.Map;
import java.util.TreeMap;
import org.muonframework.spi.train.Rows;
import org.muonframework.spi.train.TrainingData;

/** Tells whether two trainings would give the same numbers: a hash of data, settings and seed (not for security). */
final class Fingerprint {

    private long state = 0xCBF29CE484222325L;

    private Fingerprint() {}

    static String of(BoostedTreesSettings settings, Map<String, String> parameters, long seed, TrainingData data) {
        Fingerprint print = new Fingerprint();
        print.text(settings + "|" + new TreeMap<>(parameters) + "|" + seed + "|" + data.task());
        print.rows(data.training());
        print.rows(data.validation());
        return Long.toHexString(print.state);
    }

    private void rows(Rows rows) {
        for (float[] column : rows.features()) {
            numbers(column);
        }
        for (float[] column : rows.targets()) {
            numbers(column);
        }
        numbers(rows.weights());
        for (int label : rows.labels()) {
            add(label);
        }
    }

    private void text(String text) {
        text.chars().forEach(this::add);
    }

    private void numbers(float[] values) {
        add(values.length);
        for (float value : values) {
            add(Float.floatToIntBits(value));
        }
    }

    private void add(int bits) {
        state = Long.rotateLeft((state ^ bits) * 0x9E3779B97F4A7C15L, 29);
    }
}
