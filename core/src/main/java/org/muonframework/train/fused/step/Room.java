package org.muonframework.train.fused.step;

/**
 * Memory for the values at one place of a network, or for their gradient: a row of them for each row of the batch, or, if
 * nobody needs them after the stage that makes them, for the rows of one block only.
 */
final class Room {

    private final int index;
    private final int width;
    private final int stride;
    private int firstStage = Integer.MAX_VALUE;
    private int lastStage = -1;

    Room(int index, int width, int stride) {
        this.index = index;
        this.width = width;
        this.stride = stride;
    }

    /** Its number among the rooms of a program. */
    int index() {
        return index;
    }

    /** Values in a row. */
    int width() {
        return width;
    }

    /** Numbers from one row to the next. */
    int stride() {
        return stride;
    }

    /** Notes that a stage works in it. */
    void use(int stage) {
        firstStage = Math.min(firstStage, stage);
        lastStage = Math.max(lastStage, stage);
    }

    /** Whether anybody works in it. */
    boolean used() {
        return lastStage >= 0;
    }

    /** Whether it keeps the rows of the whole batch from one stage to another. */
    boolean spans() {
        return firstStage < lastStage;
    }
}
