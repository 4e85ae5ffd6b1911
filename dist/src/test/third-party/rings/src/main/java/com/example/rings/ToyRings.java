package com.example.rings;

import java.util.*;
import org.muonframework.spi.*;
import org.muonframework.spi.data.*;
import org.muonframework.spi.settings.*;

public final class ToyRings implements DatasetProvider<ToyRings.Settings> {

    public record Settings(
            @Doc("Number of points.") @Default("2000") @Range(min = 1) int events,
            @Doc("Radius of the ring.") @Unit("cm") @Default("1.0") @Range(min = 0) double radius) {}

    public String name() { return "toy-rings"; }

    public String description() { return "points on a ring, and in a blob around its centre"; }

    public Class<Settings> settings() { return Settings.class; }

    public Dataset create(Settings settings, Context context) { return new Points(settings, context.random()); }

    private record Points(Settings settings, RandomStreams random) implements Dataset {

        public Schema schema() {
            return new Schema(List.of(
                    ColumnSpec.of("event", ColumnType.LONG, "", "number of the point", ColumnRole.KEY),
                    ColumnSpec.of("x", ColumnType.DOUBLE, "cm", "across", ColumnRole.FEATURE),
                    ColumnSpec.of("y", ColumnType.DOUBLE, "cm", "along", ColumnRole.FEATURE),
                    ColumnSpec.of("onRing", ColumnType.INT, "", "its class", ColumnRole.LABEL)), List.of("blob", "ring"));
        }

        public BatchReader open(Set<String> columns) {
            int n = settings.events();
            long[] event = new long[n];
            double[] x = new double[n], y = new double[n];
            int[] onRing = new int[n];
            var generator = random.stream("toy-rings", 0);
            for (int i = 0; i < n; i++) {
                event[i] = i;
                onRing[i] = i % 2;
                double radius = settings.radius() * (onRing[i] + 0.2 * generator.nextGaussian());
                double angle = 2 * Math.PI * generator.nextDouble();
                x[i] = radius * Math.cos(angle);
                y[i] = radius * Math.sin(angle);
            }
            Map<String, Column> all = new HashMap<>(Map.of(
                    "event", new Column.Longs(event), "x", new Column.Doubles(x),
                    "y", new Column.Doubles(y), "onRing", new Column.Ints(onRing)));
            all.keySet().retainAll(columns);
            Iterator<Batch> batches = List.of(new Batch(n, all, "toy-rings", 1)).iterator();
            return new BatchReader() {
                public Optional<Batch> next() { return batches.hasNext() ? Optional.of(batches.next()) : Optional.empty(); }

                public void close() {}
            };
        }
    }
}
