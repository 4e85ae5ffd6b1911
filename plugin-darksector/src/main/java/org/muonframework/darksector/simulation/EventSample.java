package org.muonframework.darksector.simulation;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Selected events of one kind. */
sealed interface EventSample {

    /** Number of events. */
    long events();

    /** Finds out what all events of this sample need. */
    Pilot explore(RandomGenerator random);

    /**
     * Simulates some of the events and says what is known of them.
     *
     * @param first the first row to fill
     * @param count number of rows to fill
     */
    void simulate(Events rows, int first, int count, Pilot pilot, RandomGenerator random);

    /**
     * What is known of a sample before its events are made.
     *
     * @param ceiling the weight from which on events are always kept
     * @param sigma cross section of signal in fb
     * @param share share of it in collisions that are simulated
     */
    record Pilot(double ceiling, double sigma, double share) {}

    /**
     * Signal of one mass, of weight 1.
     *
     * @param radiates whether the beams radiate
     */
    record Signal(double mass, long events, boolean radiates) implements EventSample {

        private SignalProcess process() {
            double energy = Math.max(SampleRun.MIN_ENERGY, mass);
            return new SignalProcess(mass, InitialState.keeping(energy, radiates));
        }

        @Override
        public Pilot explore(RandomGenerator random) {
            SignalProcess process = process();
            SignalCrossSection sigma = new SignalCrossSection(mass);
            double total = sigma.total(radiates);
            double ceiling = SampleRun.ceiling(process, SampleRun.SIGNAL_QUANTILE, random);
            return new Pilot(ceiling, total, sigma.within(process.initial()) / total);
        }

        @Override
        public void simulate(Events rows, int first, int count, Pilot pilot, RandomGenerator random) {
            SignalProcess process = process();
            SampleRun run = new SampleRun(process, pilot.ceiling());
            run.select(rows, first, count, random);
            double efficiency = run.efficiency() * pilot.share();
            int end = first + count;
            Arrays.fill(rows.weight, first, end, 1);
            Arrays.fill(rows.genMass, first, end, mass);
            Arrays.fill(rows.generated, first, end, events / efficiency);
            Arrays.fill(rows.sigma, first, end, pilot.sigma());
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
        public Pilot explore(RandomGenerator random) {
            return new Pilot(SampleRun.ceiling(process, SampleRun.BACKGROUND_QUANTILE, random), 0, 1);
        }

        @Override
        public void simulate(Events rows, int first, int count, Pilot pilot, RandomGenerator random) {
            SampleRun run = new SampleRun(process, pilot.ceiling());
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
        public Pilot explore(RandomGenerator random) {
            return new Pilot(SampleRun.ceiling(process, SampleRun.SIGNAL_QUANTILE, random), 0, 1);
        }

        @Override
        public void simulate(Events rows, int first, int count, Pilot pilot, RandomGenerator random) {
            SampleRun run = new SampleRun(process, pilot.ceiling());
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
