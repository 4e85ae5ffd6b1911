package org.muonframework.dimuon.simulation;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.muonframework.spi.problem.ConfigurationException;

/**
 * A mixture of processes seen by a detector.
 *
 * @param processes the processes, each with its share
 * @param detector how pairs are measured and accepted
 */
record PairSimulation(List<Share> processes, MuonDetector detector) {

    private static final int SMALLEST_TRIAL = 256;
    private static final int LARGEST_TRIAL = 4096;
    private static final long HOPELESS = 1_000_000;

    PairSimulation {
        processes = List.copyOf(processes);
    }

    /**
     * A process in the mixture.
     *
     * @param process the process
     * @param fraction its share of the accepted pairs; all shares together are 1
     */
    record Share(PairProcess process, double fraction) {}

    /**
     * Simulates as many accepted pairs as asked for; the process of each is drawn by the shares.
     *
     * @throws ConfigurationException if the detector accepts next to nothing
     */
    MuonPairs simulate(int rows, RandomGenerator random) {
        int[] processOfRow = IntStream.range(0, rows).map(row -> draw(random)).toArray();
        MuonPairs pairs = new MuonPairs(rows);
        for (int process = 0; process < processes.size(); process++) {
            int wanted = process;
            int[] rowsOfProcess = IntStream.range(0, rows)
                    .filter(row -> processOfRow[row] == wanted)
                    .toArray();
            fill(process, rowsOfProcess, pairs, random);
        }
        return pairs;
    }

    private int draw(RandomGenerator random) {
        double left = random.nextDouble();
        for (int process = 0; process < processes.size() - 1; process++) {
            left -= processes.get(process).fraction();
            if (left < 0) {
                return process;
            }
        }
        return processes.size() - 1;
    }

    private void fill(int process, int[] rows, MuonPairs pairs, RandomGenerator random) {
        long tried = 0;
        int filled = 0;
        while (filled < rows.length) {
            if (tried > HOPELESS && filled < tried / HOPELESS) {
                throw new ConfigurationException(
                        "dataset",
                        "the cuts leading-pt = " + detector.leadingPt()
                                + ", subleading-pt = " + detector.subleadingPt() + " and max-eta = " + detector.maxEta()
                                + " accept less than one simulated pair in " + HOPELESS + ": loosen them");
            }
            int trial = Math.max(SMALLEST_TRIAL, Math.min(LARGEST_TRIAL, 4 * (rows.length - filled)));
            filled = detector.measure(
                    processes.get(process).process().produce(trial, random), process, rows, filled, pairs, random);
            tried += trial;
        }
    }
}
