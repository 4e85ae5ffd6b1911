package org.muonframework.train.fused.step;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.muonframework.train.fused.kernel.Grid;

/**
 * Which pieces of memory the rooms of a program lie in. Rooms of volumes of the same form share a piece where one is needed
 * only after the other is done with; since the forms are the same, the borders stay zero.
 */
final class Memory {

    private final int blockRows;
    private final List<Piece> pieces = new ArrayList<>();
    private final Map<Room, Piece> places = new HashMap<>();

    /** A piece of memory, of the whole batch or of one block. */
    private static final class Piece {
        private final int number;
        private final boolean ofBatch;
        private int size;
        private Span span;

        Piece(int number, boolean ofBatch, Span span) {
            this.number = number;
            this.ofBatch = ofBatch;
            this.span = span;
        }
    }

    /** What makes volumes alike enough to share a piece. */
    private record Form(Grid cells, Grid border, boolean ofBatch) {}

    /**
     * Memory for rooms.
     *
     * @param rooms all rooms, whose use is known
     * @param blockRows rows of a block
     */
    Memory(List<Room> rooms, int blockRows) {
        this.blockRows = blockRows;
        Map<Form, List<Piece>> ofForm = new HashMap<>();
        rooms.stream()
                .filter(room -> room.used() && room.root() == room)
                .sorted(Comparator.comparingLong(room -> room.span().first()))
                .forEach(room -> place(room, ofForm));
    }

    private void place(Room room, Map<Form, List<Piece>> ofForm) {
        boolean ofBatch = room.span().passesStages();
        Piece piece;
        if (room.isVolume()) {
            Form form = new Form(room.cells(), room.volume().border(), ofBatch);
            List<Piece> alike = ofForm.computeIfAbsent(form, any -> new ArrayList<>());
            piece = alike.stream()
                    .filter(any -> any.span.last() < room.span().first())
                    .max(Comparator.comparingInt(any -> any.size))
                    .orElseGet(() -> add(ofBatch, room.span()));
            if (!alike.contains(piece)) {
                alike.add(piece);
            }
        } else {
            piece = add(ofBatch, room.span());
        }
        piece.span = piece.span.with(room.span());
        piece.size = Math.max(piece.size, room.size(blockRows));
        places.put(room, piece);
    }

    private Piece add(boolean ofBatch, Span span) {
        Piece piece = new Piece(pieces.size(), ofBatch, span);
        pieces.add(piece);
        return piece;
    }

    /** Rows of a block. */
    int blockRows() {
        return blockRows;
    }

    /** The memory of a batch of so many rows, which all workers share; empty arrays in the place of that of a block. */
    float[][] ofBatch(int rows) {
        float[][] arrays = new float[pieces.size()][0];
        for (Piece piece : pieces) {
            if (piece.ofBatch) {
                arrays[piece.number] = new float[Math.multiplyExact(piece.size, blocks(rows))];
            }
        }
        return arrays;
    }

    /** The memory of a worker: that of the batch, and its own for a block. */
    float[][] ofWorker(float[][] ofBatch) {
        float[][] arrays = ofBatch.clone();
        for (Piece piece : pieces) {
            if (!piece.ofBatch) {
                arrays[piece.number] = new float[piece.size];
            }
        }
        return arrays;
    }

    /** Numbers that a batch of so many rows takes with so many workers. */
    long size(int rows, int workers) {
        long size = 0;
        for (Piece piece : pieces) {
            size += (long) piece.size * (piece.ofBatch ? blocks(rows) : workers);
        }
        return size;
    }

    /** The most rows of a batch for which no array is larger than an array can be. */
    long mostRows() {
        int largest = pieces.stream()
                .filter(piece -> piece.ofBatch)
                .mapToInt(piece -> piece.size)
                .max()
                .orElse(1);
        return (long) (Integer.MAX_VALUE / Math.max(1, largest)) * blockRows;
    }

    private int blocks(int rows) {
        return (rows + blockRows - 1) / blockRows;
    }

    /** The number of the piece that a room lies in, among the arrays of a worker. */
    int piece(Room room) {
        return places.get(room.root()).number;
    }

    /** Numbers from a block to the next one; 0 where there is only one. */
    int step(Room room) {
        Piece piece = places.get(room.root());
        return piece.ofBatch ? piece.size : 0;
    }
}
