package org.muonframework.darksector.merit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.muonframework.spi.metric.Sample;
import org.muonframework.stats.Ranking;

/**
 * A generated mass and its signal rows.
 *
 * @param mass in GeV, as written
 * @param rows the rows labelled as signal that were generated at this mass, in order
 */
record MassPoint(double mass, int[] rows) {

    /** All mass points of a part, in the order of masses; masses that are the same in six digits are one. */
    static List<MassPoint> all(Sample sample, SearchColumns columns) {
        double[] genMass = sample.columns().get(columns.genMass());
        int[] signal = new int[genMass.length];
        int count = 0;
        for (int i = 0; i < genMass.length; i++) {
            if (sample.labels()[i] == 1 && genMass[i] > 0) {
                signal[count++] = i;
            }
        }
        double[] masses = new double[count];
        for (int i = 0; i < count; i++) {
            masses[i] = genMass[signal[i]];
        }
        int[] order = Ranking.ascending(masses);
        List<MassPoint> points = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= count; i++) {
            if (i == count || masses[order[i]] - masses[order[from]] > 1e-6 * masses[order[from]]) {
                int[] rows = new int[i - from];
                for (int j = 0; j < rows.length; j++) {
                    rows[j] = signal[order[from + j]];
                }
                Arrays.sort(rows);
                points.add(new MassPoint(Double.parseDouble(Texts.decimal(masses[order[from]])), rows));
                from = i;
            }
        }
        return points;
    }

    /** Whether this is the point of a mass. */
    boolean isAt(double other) {
        return Math.abs(mass - other) <= 1e-5 * mass;
    }

    /** The mass as text: {@code 0.3}. */
    String text() {
        return Texts.decimal(mass);
    }
}
