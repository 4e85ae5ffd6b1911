package com.example.rings;

import java.util.*;
import java.util.random.RandomGenerator;
import org.muonframework.spi.*;
import org.muonframework.spi.data.*;
import org.muonframework.spi.settings.*;
import org.muonframework.spi.simulation.BlockDataset;

public final class ToyRings implements DatasetProvider<ToyRings.Settings> {

    public record Settings(
            @Doc("Number of points.") @Default("2000") @Range(min = 1) int events,
            @Doc("Radius of the ring.") @Unit("cm") @Default("1.0") @Range(min = 0) double radius) {}

    public String name() { return "toy-rings"; }

    public String description() { return "points on a ring, and in a blob around its centre"; }

    public Class<Settings> settings() { return Settings.class; }

    public Dataset create(Settings settings, Context context) {
        Schema schema = new Schema(List.of(
                ColumnSpec.of("event", ColumnType.LONG, "", "number of the point", ColumnRole.KEY),
                ColumnSpec.of("x", ColumnType.DOUBLE, "cm", "across", ColumnRole.FEATURE),
                ColumnSpec.of("y", ColumnType.DOUBLE, "cm", "along", ColumnRole.FEATURE),
                ColumnSpec.of("onRing", ColumnType.INT, "", "its class", ColumnRole.LABEL)), List.of("blob", "ring"));
        return new BlockDataset(name(), schema, settings.events(),
                (firstRow, rows, columns, random) -> points(settings, firstRow, rows, random), context);
    }

    private static Map<String, Column> points(Settings settings, long firstRow, int rows, RandomGenerator random) {
        long[] event = new long[rows];
        double[] x = new double[rows], y = new double[rows];
        int[] onRing = new int[rows];
        for (int i = 0; i < rows; i++) {
            event[i] = firstRow + i;
            onRing[i] = (int) (event[i] % 2);
            double radius = settings.radius() * (onRing[i] + 0.2 * random.nextGaussian());
            double angle = 2 * Math.PI * random.nextDouble();
            x[i] = radius * Math.cos(angle);
            y[i] = radius * Math.sin(angle);
        }
        return Map.of(
                "event", new Column.Longs(event), "x", new Column.Doubles(x),
                "y", new Column.Doubles(y), "onRing", new Column.Ints(onRing));
    }
}
