package org.muonframework.darksector.model;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Looks for rows of which no {@link PunziLoss} can be computed. */
final class PunziRowCheck {

    private final PunziLossSettings settings;
    private final Map<String, double[]> columns;
    private final Map<Double, Map<String, Double>> ofMass = new HashMap<>();

    PunziRowCheck(PunziLossSettings settings, Map<String, double[]> columns) {
        this.settings = settings;
        this.columns = columns;
    }

    /** What is wrong, if anything is. */
    Optional<String> objection() {
        double[] signal = columns.get(settings.signal());
        double[] background = columns.get(settings.background());
        boolean anySignal = false;
        boolean anyBackground = false;
        for (int row = 0; row < signal.length; row++) {
            Optional<String> objection = objection(row, signal[row], background[row]);
            if (objection.isPresent()) {
                return objection.map(at(row)::concat);
            }
            anySignal |= signal[row] != 0;
            anyBackground |= background[row] != 0;
        }
        if (!anySignal) {
            return Optional.of("none of " + signal.length + " rows is signal, which is '" + settings.signal() + "'");
        }
        return anyBackground
                ? Optional.empty()
                : Optional.of(
                        "none of " + signal.length + " rows is background, which is '" + settings.background() + "'");
    }

    private Optional<String> objection(int row, double signal, double background) {
        if (Double.isNaN(signal) || Double.isNaN(background)) {
            return Optional.of(
                    "'" + (Double.isNaN(signal) ? settings.signal() : settings.background()) + "' is not a number");
        }
        if (signal != 0 && background != 0) {
            return Optional.of(
                    "it is signal by '" + settings.signal() + "' and background by '" + settings.background() + "'");
        }
        if (signal != 0) {
            return finite(row, settings.mass())
                    .or(() -> finite(row, settings.genMass()))
                    .or(() -> ofMass(row, settings.generated()))
                    .or(() -> ofMass(row, settings.window()));
        }
        return background == 0
                ? Optional.empty()
                : finite(row, settings.mass())
                        .or(() -> finite(row, settings.weight()))
                        .or(() -> negative(row));
    }

    private Optional<String> finite(int row, String column) {
        double value = columns.get(column)[row];
        return Double.isFinite(value)
                ? Optional.empty()
                : Optional.of("'" + column + "' is " + value + ", not a finite number");
    }

    private Optional<String> negative(int row) {
        double weight = columns.get(settings.weight())[row];
        return weight < 0
                ? Optional.of("the weight " + weight + " of this background row, '" + settings.weight()
                        + "', is negative, and so may be a number of events whose root the loss takes; expected 0 or"
                        + " more, such as loss.weight = \"max(" + settings.weight() + ", 0)\"")
                : Optional.empty();
    }

    /** A number that must be above 0 and the same for all signal of a generated mass. */
    private Optional<String> ofMass(int row, String column) {
        double value = columns.get(column)[row];
        if (!(value > 0 && Double.isFinite(value))) {
            return Optional.of("'" + column + "' of this signal row is " + value + ", not above 0");
        }
        double mass = columns.get(settings.genMass())[row];
        Double known = ofMass.computeIfAbsent(mass, any -> new HashMap<>()).putIfAbsent(column, value);
        return known == null || known == value
                ? Optional.empty()
                : Optional.of("'" + column + "' is " + value + ", and " + known
                        + " in another signal row of the same mass " + mass);
    }

    private static String at(int row) {
        return "row " + (row + 1) + ": ";
    }
}
