package org.muonframework.train.neural.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Tells where two JSON trees differ. */
public final class JsonDifference {

    private JsonDifference() {}

    /** The first place where they do, and what stands there: {@code nodes[0].layer.units is 32, was saved as 16}. */
    public static Optional<String> first(JsonNode saved, JsonNode now) {
        return first("", saved, now);
    }

    private static Optional<String> first(String place, JsonNode saved, JsonNode now) {
        if (saved.equals(now)) {
            return Optional.empty();
        }
        if (saved.isArray() && now.isArray()) {
            return IntStream.range(0, Math.max(saved.size(), now.size()))
                    .mapToObj(i -> first(place + "[" + i + "]", saved.path(i), now.path(i)))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        if (saved.isObject() && now.isObject()) {
            Set<String> keys = new LinkedHashSet<>();
            saved.fieldNames().forEachRemaining(keys::add);
            now.fieldNames().forEachRemaining(keys::add);
            String stem = place.isEmpty() ? "" : place + ".";
            return keys.stream()
                    .map(key -> first(stem + key, saved.path(key), now.path(key)))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        return Optional.of(place + " is " + text(now) + ", was saved as " + text(saved));
    }

    private static String text(JsonNode value) {
        return value.isMissingNode() ? "nothing" : value.toString();
    }
}
