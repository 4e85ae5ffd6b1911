package org.muonframework.train.fused.step;

import java.util.ArrayList;
import java.util.List;

/**
 * An operation in its place.
 *
 * @param operation what is computed
 * @param reads values that it reads
 * @param gives values that it gives; several only for a fork
 */
record Lowered(Operation operation, List<Value> reads, List<Value> gives) {

    Lowered {
        reads = List.copyOf(reads);
        gives = List.copyOf(gives);
    }

    /** All rooms that it works in on the way forward. */
    List<Room> rooms() {
        List<Room> rooms = new ArrayList<>();
        reads.forEach(value -> rooms.add(value.room()));
        gives.forEach(value -> rooms.add(value.room()));
        return rooms;
    }

    /** Whether it has anything to do on the way back. */
    boolean goesBack() {
        return gives.stream().anyMatch(value -> value.gradient().isPresent());
    }
}
