package org.muonframework.calorimeter.display;

import org.muonframework.spi.Context;
import org.muonframework.spi.MetricProvider;
import org.muonframework.spi.metric.Chapter;
import org.muonframework.spi.metric.Metric;

/** {@code calorimeter-display}: some events in space, with the energy that the model finds. */
public final class CalorimeterDisplayProvider implements MetricProvider<CalorimeterDisplaySettings> {

    @Override
    public String name() {
        return "calorimeter-display";
    }

    @Override
    public String description() {
        return "displays of events in the calorimeter, with the muon's true energy and the one found";
    }

    @Override
    public Class<CalorimeterDisplaySettings> settings() {
        return CalorimeterDisplaySettings.class;
    }

    @Override
    public Chapter chapter() {
        return Chapter.PHYSICS;
    }

    @Override
    public Metric create(CalorimeterDisplaySettings settings, Context context) {
        return new CalorimeterDisplay(settings);
    }
}
