package org.muonframework.darksector.merit;

import java.util.Arrays;
import java.util.Map;
import org.muonframework.spi.metric.Sample;
import org.muonframework.stats.Ranking;

/**
 * The candidates of one part: signal is what is labelled so, background are all candidates of events without a Z'. The
 * wrong candidates of signal events are neither: how many there are depends on the cross-section that is sought.
 */
final class Candidates {

    private final Sample sample;
    private final double[] mass;
    private final double[] genMass;
    private final int[] event;
    private final int[] background;

    private Candidates(Sample sample, double[] mass, double[] genMass, int[] event, int[] background) {
        this.sample = sample;
        this.mass = mass;
        this.genMass = genMass;
        this.event = event;
        this.background = background;
    }

    static Candidates of(Sample sample, SearchColumns columns) {
        Map<String, double[]> values = sample.columns();
        double[] mass = values.get(columns.mass());
        double[] genMass = values.get(columns.genMass());
        return new Candidates(
                sample, mass, genMass, ordinals(values.get(columns.event())), backgroundByMass(sample, mass, genMass));
    }

    /** The place of the event of each row; an event ends where the number changes. */
    private static int[] ordinals(double[] numbers) {
        int[] ordinals = new int[numbers.length];
        for (int i = 1; i < ordinals.length; i++) {
            ordinals[i] = ordinals[i - 1] + (numbers[i] == numbers[i - 1] ? 0 : 1);
        }
        return ordinals;
    }

    private static int[] backgroundByMass(Sample sample, double[] mass, double[] genMass) {
        int[] rows = new int[mass.length];
        int count = 0;
        for (int i = 0; i < rows.length; i++) {
            if (isBackground(sample.labels()[i], genMass[i]) && !Double.isNaN(mass[i])) {
                rows[count++] = i;
            }
        }
        double[] masses = new double[count];
        for (int i = 0; i < count; i++) {
            masses[i] = mass[rows[i]];
        }
        int[] order = Ranking.ascending(masses);
        for (int i = 0; i < count; i++) {
            order[i] = rows[order[i]];
        }
        return order;
    }

    /** Whether a row is of an event without a Z'. */
    static boolean isBackground(int label, double genMass) {
        return label != 1 && !(genMass > 0);
    }

    double weight(int row) {
        return sample.weights()[row];
    }

    double mass(int row) {
        return mass[row];
    }

    double genMass(int row) {
        return genMass[row];
    }

    double[] column(String expression) {
        return sample.columns().get(expression);
    }

    /** Some rows, which are given in order. */
    RowSet gather(int[] rows) {
        float[] scores = new float[rows.length];
        double[] weights = new double[rows.length];
        int[] events = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            scores[i] = sample.predictions()[0][rows[i]];
            weights[i] = sample.weights()[rows[i]];
            events[i] = event[rows[i]];
        }
        return new RowSet(scores, weights, events);
    }

    /** Rows without a score. */
    long unscored() {
        long missing = 0;
        for (float score : sample.predictions()[0]) {
            missing += Float.isNaN(score) ? 1 : 0;
        }
        return missing;
    }

    int size() {
        return mass.length;
    }

    /** Rows without a measured mass, which are in no window. */
    long massless() {
        return Arrays.stream(mass).filter(Double::isNaN).count();
    }

    /** Background rows with {@code low <= mass < high}, in the order of rows. */
    int[] background(double low, double high) {
        int[] rows = Arrays.copyOfRange(background, firstFrom(low), firstFrom(high));
        Arrays.sort(rows);
        return rows;
    }

    private int firstFrom(double limit) {
        int low = 0;
        int high = background.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (mass[background[middle]] < limit) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
