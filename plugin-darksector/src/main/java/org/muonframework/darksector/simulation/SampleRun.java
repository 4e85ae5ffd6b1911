package org.muonframework.darksector.simulation;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.muonframework.spi.problem.ConfigurationException;

/**
 * Makes events of one process until enough of them are selected, and counts what it took.
 *
 * <p>An event is kept with the probability w/c, and has then the weight 1; one whose weight w is above the ceiling c is
 * always kept, with the weight w/c.
 */
final class SampleRun {

    /** The share of proposed signal events whose weight is below the ceiling. */
    static final double SIGNAL_QUANTILE = 0.9995;

    /** The same of background, lower because its weights spread more. */
    static final double BACKGROUND_QUANTILE = 0.97;

    /** The least energy of a collision that can still give a four-muon mass in the window, in GeV. */
    static final double MIN_ENERGY = 9.5;

    private static final double MIN_MASS = 10;
    private static final double MAX_MASS = 11;
    private static final int PROPOSED_FOR_CEILING = 4_000;

    /** So many events are counted at least, for the counts to mean something. */
    private static final int MIN_COUNTED = 256;

    private static final long MOST_PROPOSED = 200_000;

    private final Process process;
    private final double ceiling;
    private final Event event = new Event();
    private final BelleDetector detector = new BelleDetector();
    private long proposed;
    private long kept;
    private long selected;

    SampleRun(Process process, double ceiling) {
        this.process = process;
        this.ceiling = ceiling;
    }

    /** The quantile of the weights of a process among events that are possible. */
    static double ceiling(Process process, double quantile, RandomGenerator random) {
        Event event = new Event();
        double[] weights = new double[PROPOSED_FOR_CEILING];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = process.propose(event, random);
        }
        Arrays.sort(weights);
        return weights[(int) (quantile * weights.length)];
    }

    /**
     * Selects {@code count} events and puts them into the rows from {@code first} on.
     *
     * @throws ConfigurationException if hardly any event is selected
     */
    void select(Events events, int first, int count, RandomGenerator random) {
        int needed = Math.max(count, MIN_COUNTED);
        while (selected < needed) {
            double weight = process.propose(event, random);
            proposed++;
            if (weight > ceiling * random.nextDouble()) {
                kept++;
                process.finish(event, random);
                if (detector.measure(event, random) && detector.mass > MIN_MASS && detector.mass < MAX_MASS) {
                    int row = selected < count ? first + (int) selected : events.size;
                    events.set(row, detector, event);
                    events.weight[row] = Math.max(1, weight / ceiling);
                    selected++;
                }
            }
            if (proposed > MOST_PROPOSED * (selected + 1)) {
                throw new ConfigurationException(
                        "masses",
                        "hardly any event of a Z' of " + event.mass + " GeV passes the detector and the selection ("
                                + selected + " of " + kept + "); leave this mass out");
            }
        }
    }

    /**
     * The mean over all proposed events of weights of those that are selected: a cross section in fb, per unit of
     * weight.
     */
    double selectedPerWeight() {
        return ceiling * (selected - 1) / (proposed - 1);
    }

    /** The share of kept events that are selected. Without bias, for the last event is there by definition. */
    double efficiency() {
        return (selected - 1.0) / (kept - 1.0);
    }
}
