package org.muonframework.darksector.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.muonframework.physics.Constants;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.problem.ConfigurationException;

/** All samples of a dataset, one after the other: signal by mass, then background. */
final class SampleList {

    /** Shares of the background, about as these processes are selected. */
    private static final double FSR_SHARE = 0.24;

    private static final double OTHER_SHARE = 0.05;

    /** Selected background in fb to which the share of others refers. */
    private static final double SELECTED = 87.4;

    /** Blocks have about so many events at least, and at most. */
    private static final long MIN_BLOCK = 2048;

    private static final long MAX_BLOCK = 16_384;

    private final List<EventSample> samples;
    private final long eventsPerMass;
    private final RandomStreams streams;

    /** What was found out about samples, each once. */
    private final Map<Integer, EventSample.Pilot> pilots = new ConcurrentHashMap<>();

    private SampleList(List<EventSample> samples, long eventsPerMass, RandomStreams streams) {
        this.samples = List.copyOf(samples);
        this.eventsPerMass = eventsPerMass;
        this.streams = streams;
    }

    /**
     * The samples that settings ask for.
     *
     * @throws ConfigurationException if a mass is not possible, or no events are asked for
     */
    static SampleList of(DarkSectorSettings settings, RandomStreams streams) {
        List<Double> masses = settings.masses().isEmpty() ? grid() : settings.masses();
        masses.forEach(SampleList::check);
        long signal = masses.size() * settings.eventsPerMass();
        long background = settings.backgroundEvents();
        if (signal + background == 0) {
            throw new ConfigurationException(
                    "events-per-mass", "events-per-mass and background-events are both 0: nothing is simulated");
        }
        if (settings.events().isPresent()) {
            long events = settings.events().get();
            signal = Math.round(events * (signal / (double) (signal + background)));
            masses = spread(masses, signal);
            signal -= masses.isEmpty() ? 0 : signal % masses.size();
            background = background == 0 ? 0 : events - signal;
        }
        long eventsPerMass = masses.isEmpty() ? 0 : signal / masses.size();
        List<EventSample> samples = new ArrayList<>();
        masses.forEach(mass -> samples.add(new EventSample.Signal(mass, eventsPerMass, settings.isr())));
        samples.addAll(background(background, settings));
        return new SampleList(samples, eventsPerMass, streams);
    }

    /** At most so many of the masses, evenly chosen. */
    private static List<Double> spread(List<Double> masses, long most) {
        int count = (int) Math.min(most, masses.size());
        return IntStream.range(0, count)
                .mapToObj(i -> masses.get((int) ((long) i * masses.size() / count)))
                .toList();
    }

    /** 0.22, 0.3, 0.4, … 9.9 GeV. */
    static List<Double> grid() {
        List<Double> masses = new ArrayList<>(List.of(0.22));
        IntStream.rangeClosed(3, 99).forEach(tenths -> masses.add(tenths / 10.0));
        return masses;
    }

    private static void check(double mass) {
        double low = 2 * Constants.MUON_MASS;
        double high = InitialState.ENERGY - low;
        if (!(mass > low && mass < high)) {
            throw new ConfigurationException(
                    "masses",
                    "a Z' of " + mass + " GeV is not produced with two muons and does not decay into two; masses are"
                            + " above 0.2113 GeV (two muons) and below 10.3687 GeV (√s less two muons)");
        }
    }

    private static List<EventSample> background(long events, DarkSectorSettings settings) {
        double luminosity = settings.luminosity();
        InitialState initial = InitialState.keeping(SampleRun.MIN_ENERGY, settings.isr());
        long others = settings.others() ? Math.round(OTHER_SHARE * events) : 0;
        long fsr = Math.round(FSR_SHARE * (events - others));
        double expected = OTHER_SHARE / (1 - OTHER_SHARE) * SELECTED * luminosity;
        return List.of(
                new EventSample.Background(new DoubleConversion(initial), events - others - fsr, luminosity),
                new EventSample.Background(new FsrConversion(initial), fsr, luminosity),
                new EventSample.Shape(new OtherProcesses(initial), others, expected));
    }

    /** Number of events of all samples. */
    long events() {
        return samples.stream().mapToLong(EventSample::events).sum();
    }

    /** Number of events of a block: a whole number of masses where these are not too large. */
    int block() {
        long masses = eventsPerMass == 0 ? MIN_BLOCK : Math.max(1, MIN_BLOCK / eventsPerMass) * eventsPerMass;
        return (int) Math.min(masses, MAX_BLOCK);
    }

    /** Simulates consecutive events. */
    Events simulate(long first, int size, RandomGenerator random) {
        Events events = new Events(first, size);
        long sampleStart = 0;
        for (int i = 0; i < samples.size(); i++) {
            long sampleEnd = sampleStart + samples.get(i).events();
            long from = Math.max(first, sampleStart);
            int count = (int) Math.max(0, Math.min(first + size, sampleEnd) - from);
            if (count > 0) {
                EventSample.Pilot pilot = pilots.computeIfAbsent(i, this::explore);
                samples.get(i).simulate(events, (int) (from - first), count, pilot, random);
            }
            sampleStart = sampleEnd;
        }
        return events;
    }

    private EventSample.Pilot explore(int sample) {
        return samples.get(sample).explore(streams.stream("darksector-pilot", sample));
    }

    /** Masses of the signal, increasing. */
    double[] masses() {
        return samples.stream()
                .flatMap(sample -> sample instanceof EventSample.Signal signal ? Stream.of(signal.mass()) : Stream.of())
                .mapToDouble(mass -> mass)
                .distinct()
                .sorted()
                .toArray();
    }

    List<EventSample> samples() {
        return samples;
    }
}
