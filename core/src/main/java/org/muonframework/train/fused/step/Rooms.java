package org.muonframework.train.fused.step;

import java.util.ArrayList;
import java.util.List;
import org.muonframework.spi.model.Shape;
import org.muonframework.train.fused.kernel.Grid;

/** Makes the rooms of a program. */
final class Rooms {

    private static final int DIMENSIONS = 3;

    private final int panel;
    private final List<Room> all = new ArrayList<>();

    /** For kernels whose panels have this many columns. */
    Rooms(int panel) {
        this.panel = panel;
    }

    /** All rooms that were made. */
    List<Room> all() {
        return all;
    }

    /** A room of panels. */
    Room panels(int width) {
        return add(Room.ofPanels(all.size(), width, panel));
    }

    /** A room whose rows lie one after the other. */
    Room rows(int width) {
        return add(Room.ofPanels(all.size(), width, Math.max(1, width)));
    }

    /** A room of a volume. */
    Room volume(int channels, Grid cells) {
        return add(Room.ofVolume(all.size(), channels, cells));
    }

    /** A room for values of a shape: of panels for a row, else of a volume. */
    Room of(Shape shape) {
        return shape.rank() == 1
                ? panels(shape.size(0))
                : volume(shape.size(0), grid(shape.dimensions().subList(1, shape.rank()), 1));
    }

    /** A room of the form of another one. */
    Room like(Room room) {
        return room.isVolume() ? volume(room.channels(), room.cells()) : panels(room.width());
    }

    /** Some channels of a room. */
    Room part(Room whole, int channel, int channels) {
        Room part = volume(channels, whole.cells());
        part.join(whole, channel);
        return part;
    }

    private Room add(Room room) {
        all.add(room);
        return room;
    }

    /** Up to three numbers as those of three dimensions, of which the first are these where there are fewer. */
    static Grid grid(List<Integer> sizes, int others) {
        int[] three = new int[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) {
            int at = sizes.size() - DIMENSIONS + i;
            three[i] = at < 0 ? others : sizes.get(at);
        }
        return new Grid(three[0], three[1], three[2]);
    }
}
