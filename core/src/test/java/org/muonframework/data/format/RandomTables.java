package org.muonframework.data.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.data.Schema;

/** Tables that try what a writer and a reader have to bear: odd numbers, empty lists, all kinds of letters. */
public final class RandomTables {

    private static final double[] ODD = {
        0.0, -0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MIN_VALUE, Double.MAX_VALUE
    };
    private static final List<ColumnType> TYPES = List.of(ColumnType.values());
    private static final List<String> TEXTS = List.of("", "muon", "µ→eγ", " blank ", "𝜇\n\"x\",", "a\\b", "NULL");

    private final Random random;

    public RandomTables(long seed) {
        random = new Random(seed);
    }

    /** Columns of every type, flat and jagged, in random order. */
    public Schema schema() {
        List<ColumnSpec> columns = new ArrayList<>();
        int count = 1 + random.nextInt(12);
        for (int i = 0; i < count; i++) {
            ColumnType type = TYPES.get(random.nextInt(TYPES.size()));
            columns.add(new ColumnSpec(
                    Character.toString('a' + random.nextInt(26)) + "_" + i,
                    type,
                    random.nextBoolean(),
                    random.nextBoolean() ? "GeV" : "",
                    random.nextBoolean() ? "µ, \"so\"" : "",
                    ColumnRole.FEATURE));
        }
        return Schema.of(columns);
    }

    /** Some rows. */
    public Batch batch(Schema schema, int rows) {
        Map<String, Column> columns = new LinkedHashMap<>();
        for (ColumnSpec spec : schema.columns()) {
            columns.put(spec.name(), spec.jagged() ? jagged(spec.type(), rows) : flat(spec.type(), rows));
        }
        return new Batch(rows, columns, "random", 1);
    }

    private Column jagged(ColumnType type, int rows) {
        int[] offsets = new int[rows + 1];
        for (int row = 0; row < rows; row++) {
            offsets[row + 1] = offsets[row] + random.nextInt(4);
        }
        return new Column.Jagged(offsets, flat(type, offsets[rows]));
    }

    private Column flat(ColumnType type, int count) {
        return switch (type) {
            case DOUBLE ->
                new Column.Doubles(random.doubles(count).map(this::odd).toArray());
            case FLOAT -> {
                float[] values = new float[count];
                for (int i = 0; i < count; i++) {
                    values[i] = (float) odd(random.nextGaussian());
                }
                yield new Column.Floats(values);
            }
            case LONG -> new Column.Longs(random.longs(count).toArray());
            case INT -> new Column.Ints(random.ints(count).toArray());
            case BOOLEAN -> {
                boolean[] values = new boolean[count];
                for (int i = 0; i < count; i++) {
                    values[i] = random.nextBoolean();
                }
                yield new Column.Booleans(values);
            }
            case TEXT ->
                new Column.Texts(
                        random.ints(count, 0, TEXTS.size()).mapToObj(TEXTS::get).toArray(String[]::new));
        };
    }

    private double odd(double usual) {
        return random.nextInt(4) > 0 ? usual : ODD[random.nextInt(ODD.length)];
    }
}
