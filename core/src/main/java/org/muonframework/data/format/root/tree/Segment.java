package org.muonframework.data.format.root.tree;

import java.util.List;

/**
 * Some consecutive entries of a basket.
 *
 * @param basket the basket
 * @param from number of the first one within the basket
 * @param to number after the last one
 */
record Segment(Basket basket, int from, int to) {

    int entries() {
        return to - from;
    }

    static int rows(List<Segment> segments) {
        return segments.stream().mapToInt(Segment::entries).sum();
    }
}
