package org.muonframework.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measures the stages of a run, and lets another listener follow it. Stages of the same name count together. */
final class StageTimes implements RunListener {

    private static final Logger LOG = LoggerFactory.getLogger(StageTimes.class);
    private static final double NANO = 1e-9;
    private static final double MILLIS = 1e3;

    private final RunListener listener;
    private final LongSupplier clock;
    private final Map<String, Long> nanos = new LinkedHashMap<>();
    private String current = "";
    private long since;

    StageTimes(RunListener listener) {
        this(listener, System::nanoTime);
    }

    /** With another clock, of nanoseconds. */
    StageTimes(RunListener listener, LongSupplier clock) {
        this.listener = listener;
        this.clock = clock;
    }

    /** Seconds that each stage has taken, to the millisecond, in the order in which they began; the last one goes on. */
    Map<String, Double> seconds() {
        Map<String, Double> seconds = new LinkedHashMap<>();
        nanos.forEach((name, spent) -> seconds.put(name, seconds(spent + (name.equals(current) ? lap() : 0))));
        return seconds;
    }

    @Override
    public void stage(String name) {
        begin(name);
        listener.stage(name);
    }

    @Override
    public void stage(String name, String detail) {
        begin(name);
        listener.stage(name, detail);
    }

    private void begin(String name) {
        if (!current.isEmpty()) {
            long spent = lap();
            LOG.info("{} took {} s", current, seconds(spent));
            nanos.merge(current, spent, Long::sum);
        }
        nanos.putIfAbsent(name, 0L);
        current = name;
        since = clock.getAsLong();
    }

    @Override
    public void progress(long done, long total, String message) {
        listener.progress(done, total, message);
    }

    @Override
    public void warning(String message) {
        listener.warning(message);
    }

    private long lap() {
        return clock.getAsLong() - since;
    }

    private static double seconds(long spent) {
        return Math.round(spent * NANO * MILLIS) / MILLIS;
    }
}
