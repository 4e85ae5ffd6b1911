package org.muonframework.train;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.muonframework.spi.train.Rows;
import org.muonframework.spi.train.SparseImages;
import org.muonframework.spi.train.TrainingData;

/** Recognises a training that was interrupted: one of the same description and data has the same SHA-256. */
public final class Fingerprint {

    private static final int CHUNK = 1 << 14;

    private final MessageDigest digest;
    private final ByteBuffer buffer = ByteBuffer.allocate(CHUNK * Integer.BYTES);

    private Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * The fingerprint of a training, in hexadecimal.
     *
     * @param description all but the data that its numbers depend on: model, settings, seed, versions
     */
    public static String of(String description, TrainingData data) {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add(description);
        fingerprint.add(data.task().toString());
        fingerprint.add(data.training());
        fingerprint.add(data.validation());
        return HexFormat.of().formatHex(fingerprint.digest.digest());
    }

    private void add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private void add(Rows rows) {
        for (float[] column : rows.features()) {
            add(column);
        }
        add(rows.labels());
        for (float[] column : rows.targets()) {
            add(column);
        }
        add(rows.weights());
        rows.images().forEach(this::add);
        rows.columns().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(column -> {
            add(column.getKey());
            add(column.getValue());
        });
    }

    private void add(SparseImages images) {
        add(images.shape().toString());
        int[] lengths = new int[images.rows()];
        for (int row = 0; row < lengths.length; row++) {
            int start = images.starts()[row];
            int end = images.ends()[row];
            lengths[row] = end - start;
            add(images.cells(), start, end);
            add(images.values(), start, end);
        }
        add(lengths);
    }

    private void add(float[] values) {
        add(values, 0, values.length);
    }

    private void add(float[] values, int start, int end) {
        for (int from = start; from < end; from += CHUNK) {
            int count = Math.min(CHUNK, end - from);
            buffer.clear().asFloatBuffer().put(values, from, count);
            digest.update(buffer.limit(count * Float.BYTES));
        }
    }

    private void add(double[] values) {
        for (int from = 0; from < values.length; from += CHUNK / 2) {
            int count = Math.min(CHUNK / 2, values.length - from);
            buffer.clear().asDoubleBuffer().put(values, from, count);
            digest.update(buffer.limit(count * Double.BYTES));
        }
    }

    private void add(int[] values) {
        add(values, 0, values.length);
    }

    private void add(int[] values, int start, int end) {
        for (int from = start; from < end; from += CHUNK) {
            int count = Math.min(CHUNK, end - from);
            buffer.clear().asIntBuffer().put(values, from, count);
            digest.update(buffer.limit(count * Integer.BYTES));
        }
    }
}
