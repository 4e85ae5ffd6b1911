package org.muonframework.spi.model;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A change of a row that makes another row, of the same truth and as likely as the first: of a detector that looks the
 * same in a mirror. Made twice, it is none. Several of one model may be made in any order.
 *
 * @param name what it is called in messages: {@code y}
 * @param mirrored the images that are turned round, each along one axis of its shape, from 0
 * @param odd the features whose sign changes; all others stay
 */
public record Symmetry(String name, Map<String, Integer> mirrored, Set<String> odd) {

    public Symmetry {
        Objects.requireNonNull(name, "name");
        mirrored = Map.copyOf(mirrored);
        odd = Set.copyOf(odd);
    }
}
