package org.muonframework.data.expression;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The named constants of the language; a column of the same name goes first. */
enum Constants {
    PI("pi", Type.NUMBER, Math.PI, "The number π."),
    TRUE("true", Type.BOOLEAN, 1, "True."),
    FALSE("false", Type.BOOLEAN, 0, "False.");

    private final String written;
    private final Type type;
    private final double value;
    private final String description;

    Constants(String written, Type type, double value, String description) {
        this.written = written;
        this.type = type;
        this.value = value;
        this.description = description;
    }

    String written() {
        return written;
    }

    String description() {
        return description;
    }

    Node node() {
        return new Node.Constant(type, value, OptionalLong.empty());
    }

    static Optional<Constants> find(String name) {
        return Arrays.stream(values())
                .filter(constant -> constant.written.equals(name))
                .findFirst();
    }

    static Stream<String> names() {
        return Arrays.stream(values()).map(Constants::written);
    }
}
