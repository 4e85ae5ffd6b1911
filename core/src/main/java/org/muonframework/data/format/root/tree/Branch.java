package org.muonframework.data.format.root.tree;

import java.util.List;
import java.util.Optional;

/**
 * A branch whose columns can be read.
 *
 * @param path tree and branch, for messages
 * @param names its own name, and longer ones with those of the branches above it, for where the short ones are taken
 * @param title what the file says about it
 * @param baskets where its entries are
 * @param layouts how they hold columns
 * @param counter what counts the values of entries whose offsets are not told
 */
record Branch(
        String path, Names names, String title, Baskets baskets, List<Layout> layouts, Optional<Counter> counter) {

    Branch {
        layouts = List.copyOf(layouts);
    }

    /**
     * The names of a branch.
     *
     * @param own its own
     * @param full with those of the branches above it
     */
    record Names(String own, String full) {

        /** The names of a branch below this one. */
        Names below(String name) {
            if (own.isEmpty()) {
                return new Names(name, name);
            }
            return new Names(name, full + (name.startsWith(own + ".") ? name.substring(own.length()) : "." + name));
        }
    }
}
