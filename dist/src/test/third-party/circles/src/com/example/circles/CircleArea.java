package com.example.circles;

import com.example.shapes.Shapes;
import java.util.List;
import org.muonframework.spi.Context;
import org.muonframework.spi.MetricProvider;
import org.muonframework.spi.metric.Metric;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.MetricValue;

/** Knows what version 1 of the library says. */
public final class CircleArea implements MetricProvider<CircleArea.Settings> {

    public record Settings() {}

    @Override
    public String name() {
        return "circle-area";
    }

    @Override
    public String description() {
        return "%.2f by version 1 of a library".formatted(Shapes.circle(1));
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Metric create(Settings settings, Context context) {
        return evaluation -> MetricResult.of(
                List.of(MetricValue.of(name(), evaluation.evaluated(), Shapes.circle(1))), List.of());
    }
}
