package com.example.ellipses;

import com.example.shapes.Shapes;
import java.util.List;
import org.muonframework.spi.Context;
import org.muonframework.spi.MetricProvider;
import org.muonframework.spi.metric.Metric;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.MetricValue;

/** Knows what version 2 of the library says. */
public final class EllipseArea implements MetricProvider<EllipseArea.Settings> {

    public record Settings() {}

    @Override
    public String name() {
        return "ellipse-area";
    }

    @Override
    public String description() {
        return "%.2f by version 2 of a library".formatted(Shapes.ellipse(1, 2));
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Metric create(Settings settings, Context context) {
        return evaluation -> MetricResult.of(
                List.of(MetricValue.of(name(), evaluation.evaluated(), Shapes.ellipse(1, 2))), List.of());
    }
}
