package org.muonframework.train.fused.step;

import java.util.Optional;
import org.muonframework.train.fused.kernel.Grid;
import org.muonframework.train.fused.kernel.Panels;
import org.muonframework.train.fused.kernel.Volume;

/**
 * Memory for the values at one place of a network, or for their gradient: of the whole batch, block by block, or, if nobody
 * needs them after the stage that makes them, of one block only. A block lies as {@link Panels} says, or as {@link Volume}
 * does.
 *
 * <p>A room of a volume may be some channels of another one.
 */
final class Room {

    private final int index;
    private final int width;
    private final int panel;
    private final int channels;
    private final Grid cells;
    private Grid border = Grid.ZERO;
    private Optional<Room> whole = Optional.empty();
    private int firstChannel;
    private Span span = Span.NONE;

    private Room(int index, int width, int panel, int channels, Grid cells) {
        this.index = index;
        this.width = width;
        this.panel = panel;
        this.channels = channels;
        this.cells = cells;
    }

    /**
     * A room of panels.
     *
     * @param width values in a row
     * @param panel columns of a panel; where that is {@code width}, the rows lie one after the other
     */
    static Room ofPanels(int index, int width, int panel) {
        return new Room(index, width, panel, 0, Grid.ZERO);
    }

    /** A room of a volume, without a border at first. */
    static Room ofVolume(int index, int channels, Grid cells) {
        return new Room(index, Math.multiplyExact(channels, cells.cells()), 1, channels, cells);
    }

    /** Its number among the rooms of a program. */
    int index() {
        return index;
    }

    /** Values in a row. */
    int width() {
        return width;
    }

    /** Whether a volume lies in it. */
    boolean isVolume() {
        return channels > 0;
    }

    /** Channels of a volume. */
    int channels() {
        return channels;
    }

    /** Cells of a channel of a volume. */
    Grid cells() {
        return cells;
    }

    /** How a volume lies. */
    Volume volume() {
        return new Volume(channels, cells, whole.map(Room::border).orElse(border));
    }

    private Grid border() {
        return whole.map(Room::border).orElse(border);
    }

    /** Makes the border of a volume at least this wide. */
    void reach(Grid least) {
        whole.ifPresentOrElse(room -> room.reach(least), () -> border = border.max(least));
    }

    /** Makes it some channels of another room, if it is not such already. Gives whether it is now. */
    boolean join(Room other, int channel) {
        if (whole.isPresent()) {
            return false;
        }
        other.reach(border);
        other.use(span);
        whole = Optional.of(other);
        firstChannel = channel;
        return true;
    }

    /** The room whose memory it is. */
    Room root() {
        return whole.map(Room::root).orElse(this);
    }

    /** Where it begins in a block of the room whose memory it is. */
    int offset() {
        return whole.map(room -> room.offset() + volume().channel(firstChannel)).orElse(0);
    }

    /** Numbers that a block takes. */
    int size(int blockRows) {
        if (isVolume()) {
            return volume().size();
        }
        int columns = columns();
        return columns == 0 ? 0 : (columns - panel) * Panels.ROWS + panel * blockRows;
    }

    /** Columns of panels, those that fill up the last one included. */
    int columns() {
        return Panels.filled(width, panel);
    }

    /** Where values lie in their block. */
    @FunctionalInterface
    interface Cells {

        /** The place of a column, or of a cell counted through channels. */
        int place(int row, int column);
    }

    /** Where values lie in their block, for many of them. */
    Cells places() {
        if (!isVolume()) {
            return (row, column) -> Panels.place(row, column, panel);
        }
        Volume form = volume();
        int first = form.place(0, 0, 0, 0);
        int channel = form.channel(1);
        int plane = form.plane();
        int line = form.line();
        return (row, column) -> {
            int y = column / cells.width();
            int z = y / cells.height();
            int c = z / cells.depth();
            return first
                    + row
                    + c * channel
                    + (z - c * cells.depth()) * plane
                    + (y - z * cells.height()) * line
                    + (column - y * cells.width()) * Volume.LANES;
        };
    }

    /** Where a value lies in its block: a column, or a cell counted through channels. */
    int place(int row, int column) {
        return isVolume() ? places().place(row, column) : Panels.place(row, column, panel);
    }

    /** How many values from a column on lie side by side, up to the end of the panel or of the row. */
    int together(int column) {
        return Math.min(width - column, panel - column % panel);
    }

    /** Notes that a part of a stage works in it. */
    void use(int stage, int part) {
        use(Span.of(stage, part));
    }

    private void use(Span more) {
        span = span.with(more);
        whole.ifPresent(room -> room.use(more));
    }

    /** From when on until when it is needed. */
    Span span() {
        return span;
    }

    /** Whether anybody works in it. */
    boolean used() {
        return !span.isNone();
    }
}
