package org.muonframework.train.fused.step;

import java.util.Optional;

/**
 * What a node gives, for one reader.
 *
 * @param room where it lies
 * @param gradient where its gradient lies, if anybody needs that
 * @param level waits of all threads before it is known
 * @param reuse what a function behind it may do to its room
 */
record Value(Room room, Optional<Room> gradient, int level, Reuse reuse) {

    /** What may be done to the room of a value without harm to the operation that made it. */
    enum Reuse {
        /** Nothing: the maker, or another reader, needs it. */
        NONE,
        /** The maker needs no more than what is positive: dropout may work in it. */
        SIGN,
        /** Anything. */
        ANY
    }
}
