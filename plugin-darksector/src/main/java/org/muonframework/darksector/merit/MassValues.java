package org.muonframework.darksector.merit;

import java.util.List;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;

/**
 * The values of each mass, under the key {@code mass}: {@code mass-resolution} (68 %), {@code window} (half of its
 * width) and {@code auc} in the window; and under the key {@code point} for each cut ({@link Point}) {@code punzi},
 * {@code punzi-gain} over no classifier, {@code signal-efficiency} relative to the candidates before the classifier,
 * {@code absolute-efficiency}, {@code background-events} expected in the data, {@code punzi-sensitivity}
 * ({@link PunziSensitivity}) and {@code threshold}, the mean of those of all folds, the lowest and the highest of which
 * are its interval.
 */
final class MassValues {

    private final PunziSettings settings;
    private final Part part;
    private final Found found;

    MassValues(PunziSettings settings, Part part, Found found) {
        this.settings = settings;
        this.part = part;
        this.found = found;
    }

    void add(List<MassResult> masses) {
        for (MassResult mass : masses) {
            if (mass.problem().isPresent()) {
                found.addMissing(
                        keyed(Estimate.NONE.as("punzi", part), mass),
                        mass.problem().get());
                continue;
            }
            add(mass);
            for (Point point : Point.values()) {
                mass.selection(point)
                        .ifPresentOrElse(
                                selection -> add(mass, point, selection),
                                () -> found.addMissing(
                                        keyed(Estimate.NONE.as("punzi", part), mass, point),
                                        "too few signal candidates to find the " + point.words()));
            }
        }
    }

    private void add(MassResult mass) {
        found.add(keyed(mass.resolution().as("mass-resolution", part), mass).in("GeV"));
        found.add(keyed(MetricValue.of("window", part, mass.halfWidth()), mass).in("GeV"));
        MetricValue auc = keyed(mass.auc().as("auc", part), mass);
        if (Double.isNaN(auc.value())) {
            found.addMissing(auc, "the window has no background");
        } else {
            found.add(auc);
        }
    }

    private void add(MassResult mass, Point point, Selection selection) {
        add(mass, point, selection.merit().as("punzi", part));
        if (point != Point.NO_CLASSIFIER) {
            add(mass, point, selection.gain().as("punzi-gain", part));
            add(mass, point, selection.efficiency().as("signal-efficiency", part));
            found.add(keyed(selection.threshold().as("threshold", part), mass, point));
        }
        found.add(keyed(selection.background().as("background-events", part), mass, point));
        if (!Double.isNaN(selection.absoluteEfficiency().value())) {
            found.add(keyed(selection.absoluteEfficiency().as("absolute-efficiency", part), mass, point));
            addSensitivity(mass, point, selection);
        }
    }

    private void add(MassResult mass, Point point, MetricValue value) {
        if (Double.isNaN(value.value())) {
            found.addMissing(
                    keyed(value, mass, point),
                    "the weights of the background that passes the " + point.words() + " add up to less than 0");
        } else {
            found.add(keyed(value, mass, point));
        }
    }

    private void addSensitivity(MassResult mass, Point point, Selection selection) {
        double sensitivity = PunziSensitivity.of(
                settings.a(),
                settings.b(),
                selection.background().value(),
                selection.absoluteEfficiency().value(),
                settings.luminosity());
        MetricValue value =
                MetricValue.of("punzi-sensitivity", part, sensitivity).in("fb");
        if (Double.isInfinite(sensitivity)) {
            found.addMissing(keyed(value, mass, point), "no signal passes the " + point.words());
        } else {
            add(mass, point, value);
        }
    }

    private static MetricValue keyed(MetricValue value, MassResult mass) {
        return value.with("mass", mass.text());
    }

    private static MetricValue keyed(MetricValue value, MassResult mass, Point point) {
        return keyed(value, mass).with("point", point.label());
    }
}
