package org.muonframework.dimuon.spinquest.kinematics;

import java.util.ArrayList;
import java.util.List;
import org.muonframework.stats.Quantiles;

/**
 * How predictions follow the truth, place by place: λ, the slope of predictions over the truth by least squares, of the
 * rows whose truth is within twice the width of the residuals.
 *
 * <p>A network that is trained on squares predicts the mean of what the truth may be, given the measurement. Where the
 * truths that it was trained on spread by τ and the measurement errs by σ, both Gaussian, that is λ = τ²/(τ² + σ²) of
 * the way from the mean of the spread to the measurement, and residuals have the width σ√λ. From λ = ½ downward σ is
 * above τ: the width says more of the spread in training than of the measurement, and another spread gives another
 * width. At λ = 0 it is τ.
 *
 * @param places from the lowest truth to the highest, each for the same weight of rows; none where residuals have no
 *     width
 */
record Response(List<Place> places) {

    /** The slope from which down a width is the prior's. */
    static final double HALF = 0.5;

    private static final double REACH = 2;

    private static final double SURE = 2;

    private static final int FEWEST = 3;

    /**
     * One place.
     *
     * @param truth the true value there
     * @param slope λ; NaN where all truths of the rows around it are equal
     * @param error its standard error
     * @param rows number of rows around it; 0 where negative weights leave nothing to say
     */
    record Place(double truth, double slope, double error, int rows) {

        /** Whether the width is the prior's: λ is surely below ½, or there is but one truth around. */
        boolean followsPrior() {
            return rows >= FEWEST && (Double.isNaN(slope) || slope + SURE * error < HALF);
        }
    }

    /** Looks at some places; those of equal truth, as of a resonance, are as many as there is weight. */
    static Response of(Quantity quantity, int places) {
        Quantiles truth = Quantiles.of(quantity.truth(), quantity.weights());
        double reach =
                REACH * Quantiles.of(quantity.residuals(), quantity.weights()).halfWidth68();
        if (!(reach > 0)) {
            return new Response(List.of());
        }
        List<Place> found = new ArrayList<>();
        for (int i = 0; i < places; i++) {
            double at = truth.at((i + 0.5) / places);
            boolean again = i > 0 && found.get(i - 1).truth() == at;
            found.add(again ? found.get(i - 1) : place(quantity, at, reach));
        }
        return new Response(List.copyOf(found));
    }

    private static Place place(Quantity quantity, double at, double reach) {
        double[] truth = quantity.truth();
        double[] predicted = quantity.predicted();
        double[] weights = quantity.weights();
        double sum = 0;
        double x = 0;
        double y = 0;
        int rows = 0;
        for (int row = 0; row < truth.length; row++) {
            if (Math.abs(truth[row] - at) <= reach) {
                sum += weights[row];
                x += weights[row] * (truth[row] - at);
                y += weights[row] * (predicted[row] - at);
                rows++;
            }
        }
        x = x / sum + at;
        y = y / sum + at;
        double xx = 0;
        double xy = 0;
        for (int row = 0; row < truth.length; row++) {
            if (Math.abs(truth[row] - at) <= reach) {
                xx += weights[row] * (truth[row] - x) * (truth[row] - x);
                xy += weights[row] * (truth[row] - x) * (predicted[row] - y);
            }
        }
        if (!(sum > 0 && xx >= 0)) {
            return new Place(at, Double.NaN, Double.NaN, 0);
        }
        double slope = xx > 0 ? xy / xx : Double.NaN;
        double squares = 0;
        for (int row = 0; row < truth.length; row++) {
            if (Math.abs(truth[row] - at) <= reach) {
                double distance = truth[row] - x;
                double influence = weights[row] * distance * (predicted[row] - y - slope * distance) / xx;
                squares += influence * influence;
            }
        }
        return new Place(at, slope, Math.sqrt(squares), rows);
    }

    /** The part of the rows at whose places the width is the prior's; NaN without places. */
    double priorDriven() {
        return places.stream().filter(Place::followsPrior).count() / (double) places.size();
    }

    /** The median slope of all places, of which those without one count as 0; NaN without places. */
    double median() {
        return Quantiles.median(places.stream()
                .mapToDouble(place -> Double.isNaN(place.slope()) ? 0 : place.slope())
                .toArray());
    }
}
