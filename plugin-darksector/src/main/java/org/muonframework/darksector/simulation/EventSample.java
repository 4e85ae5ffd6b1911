package org.muonframework.darksector.simulation;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Selected events of one kind. */
sealed interface EventSample {

    /** Number of events. */
    long events();

    /**
     * Simulates some of the events and says what is known of them.
     *
     * @param first the first row to fill
     * @param count number of rows to fill
     * @param pilot a stream that is the same for all events of this sample
     */
    void simulate(Events rows, int first, int count, RandomGenerator random, RandomGenerator pilot);

    /**
     * Signal of one mass, of weight 1.
     *
     * @param radiates whether the beams radiate
     */
    record Signal(double mass, long events, boolean radiates) implements EventSample {

        @Override
        public void simulate(Events rows, int first, int count, RandomGenerator random, RandomGenerator pilot) {
            double energy = Math.max(SampleRun.MIN_ENERGY, mass);
            InitialState initial = InitialState.keeping(energy, radiates);
            Process process = new SignalProcess(mass, initial);
            SampleRun run = new SampleRun(process, SampleRun.ceiling(process, SampleRun.SIGNAL_QUANTILE, pilot));
            run.select(rows, first, count, random);
            SignalCrossSection sigma = new SignalCrossSection(mass);
            double total = sigma.total(radiates);
            double efficiency = run.efficiency() * sigma.within(initial) / total;
            int end = first + count;
            Arrays.fill(rows.weight, first, end, 1);
            Arrays.fill(rows.genMass, first, end, mass);
            Arrays.fill(rows.generated, first, end, events / efficiency);
            Arrays.fill(rows.sigma, first, end, total);
            Arrays.fill(rows.process, first, end, process.code());
        }
    }

    /**
     * Background whose weights add up to what is expected in a luminosity.
     *
     * @param luminosity in 1/fb
     */
    record Background(Process process, long events, double luminosity) implements EventSample {

        @Override
        public void simulate(Events rows, int first, int count, RandomGenerator random, RandomGenerator pilot) {
            SampleRun run = new SampleRun(process, SampleRun.ceiling(process, SampleRun.BACKGROUND_QUANTILE, pilot));
            run.select(rows, first, count, random);
            weigh(rows, first, count, luminosity * run.selectedPerWeight() / events, process);
        }
    }

    /**
     * Background of which only the shape is known.
     *
     * @param expected number of events expected after the selection
     */
    record Shape(Process process, long events, double expected) implements EventSample {

        @Override
        public void simulate(Events rows, int first, int count, RandomGenerator random, RandomGenerator pilot) {
            SampleRun run = new SampleRun(process, SampleRun.ceiling(process, SampleRun.SIGNAL_QUANTILE, pilot));
            run.select(rows, first, count, random);
            Arrays.fill(rows.weight, first, first + count, 1);
            weigh(rows, first, count, expected / events, process);
        }
    }

    private static void weigh(Events rows, int first, int count, double factor, Process process) {
        for (int i = first; i < first + count; i++) {
            rows.weight[i] *= factor;
            rows.genMass[i] = Events.NO_MASS;
            rows.process[i] = process.code();
        }
    }
}
