package org.muonframework.train.fused.step;

import org.muonframework.train.fused.kernel.Panels;

/**
 * Memory for the values at one place of a network, or for their gradient: of the whole batch, block by block, or, if nobody
 * needs them after the stage that makes them, of one block only. A block lies as {@link Panels} says.
 */
final class Room {

    private final int index;
    private final int width;
    private final int panel;
    private int firstStage = Integer.MAX_VALUE;
    private int lastStage = -1;

    /**
     * A room.
     *
     * @param width values in a row
     * @param panel columns of a panel; where that is {@code width}, the rows lie one after the other
     */
    Room(int index, int width, int panel) {
        this.index = index;
        this.width = width;
        this.panel = panel;
    }

    /** Its number among the rooms of a program. */
    int index() {
        return index;
    }

    /** Values in a row. */
    int width() {
        return width;
    }

    /** Columns, those that fill up the last panel included. */
    int columns() {
        return Panels.filled(width, panel);
    }

    /** Where a value lies in its block. */
    int place(int row, int column) {
        return Panels.place(row, column, panel);
    }

    /** How many values from a column on lie side by side, up to the end of the panel or of the row. */
    int together(int column) {
        return Math.min(width - column, panel - column % panel);
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
