package org.muonframework.dimuon.higgs.simulation;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.muonframework.spi.problem.ConfigurationException;

/** Simulates the rows of one process in a block: each row keeps its mass until an event of it is accepted. */
final class FourMuonRun {

    /** So many rounds without one more accepted event end the simulation. */
    private static final int HOPELESS = 2000;

    private static final int SMALLEST_ROUND = 64;

    private final Higgs4lSettings settings;
    private final FourMuonDetector detector;

    FourMuonRun(Higgs4lSettings settings) {
        this.settings = settings;
        detector = new FourMuonDetector(settings);
    }

    /**
     * Fills rows.
     *
     * @param numbers which rows of the block
     * @throws ConfigurationException if next to nothing is accepted
     */
    void fill(FourMuonSource source, int[] numbers, FourMuonRows rows, RandomGenerator random) {
        double[] masses = new double[numbers.length];
        Arrays.setAll(masses, i -> source.mass().draw(random));
        int[] open = IntStream.range(0, numbers.length).toArray();
        int idle = 0;
        while (open.length > 0) {
            int[] left = round(source, numbers, masses, open, rows, random);
            idle = left.length < open.length ? 0 : idle + 1;
            if (idle == HOPELESS) {
                throw new ConfigurationException(
                        "dataset",
                        "the cuts leading-pt = " + settings.leadingPt() + ", subleading-pt = " + settings.subleadingPt()
                                + ", min-pt = " + settings.minPt() + ", max-eta = " + settings.maxEta() + ", min-z1 = "
                                + settings.minZ1() + " and min-z2 = " + settings.minZ2()
                                + " accept next to no simulated event: loosen them");
            }
            open = left;
        }
    }

    /** Tries each open row once, few rows several times; what is left is still open. */
    private int[] round(
            FourMuonSource source,
            int[] numbers,
            double[] masses,
            int[] open,
            FourMuonRows rows,
            RandomGenerator random) {
        int tries = Math.max(1, SMALLEST_ROUND / open.length);
        double[] tried = new double[tries * open.length];
        Arrays.setAll(tried, i -> masses[open[i / tries]]);
        FourMuons muons = source.produce(tried, random);
        double[] genMass = muons.sum().mass();
        double[] genZ1 = muons.first().mass();
        double[] genZ2 = muons.second().mass();
        int[] left = new int[open.length];
        int size = 0;
        for (int k = 0; k < open.length; k++) {
            int row = numbers[open[k]];
            int event = k * tries;
            int end = event + tries;
            while (event < end && !detector.measure(muons, event, rows, row, random)) {
                event++;
            }
            if (event == end) {
                left[size++] = open[k];
            } else {
                rows.genMass[row] = genMass[event];
                rows.genZ1Mass[row] = Math.max(genZ1[event], genZ2[event]);
                rows.genZ2Mass[row] = Math.min(genZ1[event], genZ2[event]);
            }
        }
        return Arrays.copyOf(left, size);
    }
}
