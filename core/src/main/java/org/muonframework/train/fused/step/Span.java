package org.muonframework.train.fused.step;

/**
 * The time in a step from the first use of something to the last one; parts of stages are counted in order.
 *
 * @param first number of the first part
 * @param last number of the last part
 */
record Span(long first, long last) {

    /** Never used. */
    static final Span NONE = new Span(Long.MAX_VALUE, -1);

    /** Of one part of a stage. */
    static Span of(int stage, int part) {
        long time = ((long) stage << Integer.SIZE) + part;
        return new Span(time, time);
    }

    /** From the earlier beginning to the later end. */
    Span with(Span other) {
        return new Span(Math.min(first, other.first), Math.max(last, other.last));
    }

    /** Whether it is never. */
    boolean isNone() {
        return last < 0;
    }

    /** Whether it goes on from one stage to another. */
    boolean passesStages() {
        return !isNone() && first >> Integer.SIZE < last >> Integer.SIZE;
    }
}
