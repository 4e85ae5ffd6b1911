package org.muonframework.darksector.merit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muonframework.spi.model.Task;

/**
 * How a search is judged: at which masses, in which windows and with which cuts.
 *
 * @param columns where masses and events are found
 * @param further more expressions that have one value above 0 for all signal rows of a mass
 * @param masses mass points, in GeV; empty for all that the signal has
 * @param window half of the width of a mass window, in GeV, where it is not given in resolutions
 * @param windowSigmas half of the width of a window in mass resolutions
 * @param regions masses that divide the regions, in GeV, increasing
 * @param k of {@link PunziMerit}
 * @param threshold the fixed cut on the score
 * @param backgroundScale what the weights of the background are multiplied by
 * @param evaluatedShare the part of all events that is evaluated, where the evaluation does not tell
 */
public record Search(
        SearchColumns columns,
        List<String> further,
        List<Double> masses,
        double window,
        Optional<Double> windowSigmas,
        List<Double> regions,
        double k,
        double threshold,
        double backgroundScale,
        Optional<Double> evaluatedShare) {

    public Search {
        further = List.copyOf(further);
        masses = masses(masses);
        regions = edges(regions);
    }

    /**
     * Mass points, each once, ascending.
     *
     * @throws IllegalArgumentException with a message for the user if one is not above 0
     */
    public static List<Double> masses(List<Double> given) {
        if (given.stream().anyMatch(mass -> !(mass > 0))) {
            throw new IllegalArgumentException("'masses' are above 0, not " + given);
        }
        return given.stream().distinct().sorted().toList();
    }

    /**
     * Edges of regions.
     *
     * @throws IllegalArgumentException with a message for the user if they do not increase
     */
    public static List<Double> edges(List<Double> given) {
        for (int i = 1; i < given.size(); i++) {
            if (!(given.get(i) > given.get(i - 1))) {
                throw new IllegalArgumentException("'regions' are edges in increasing order, not " + given);
            }
        }
        return List.copyOf(given);
    }

    /** Why a task has no score of a signal, if that is so. */
    public static Optional<String> objection(Task task) {
        return task.classes().size() == 2
                ? Optional.empty()
                : Optional.of("needs two classes: background and signal, in this order");
    }

    /** The expressions that every metric of the search asks the dataset for. */
    public List<String> expressions() {
        List<String> all =
                new ArrayList<>(List.of(columns.mass(), columns.genMass(), columns.event(), columns.generated()));
        all.addAll(further);
        return all.stream().distinct().toList();
    }

    /** The region of a mass; one on an edge belongs to the upper region. */
    int regionOf(double mass) {
        int region = 0;
        while (region < regions.size() && mass >= regions.get(region)) {
            region++;
        }
        return region;
    }

    /** The lower end of a region; minus infinity for the first. */
    double low(int region) {
        return region == 0 ? Double.NEGATIVE_INFINITY : regions.get(region - 1);
    }

    /** The upper end of a region; infinity for the last. */
    double high(int region) {
        return region == regions.size() ? Double.POSITIVE_INFINITY : regions.get(region);
    }

    /** The name of a region: {@code below 1}, {@code 1 to 4}, {@code from 7}. */
    String name(int region) {
        if (regions.isEmpty()) {
            return "all";
        }
        if (region == 0) {
            return "below " + Texts.decimal(high(0));
        }
        return region == regions.size()
                ? "from " + Texts.decimal(low(region))
                : Texts.decimal(low(region)) + " to " + Texts.decimal(high(region));
    }
}
