package org.muonframework.data.expression;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a name before a parenthesis stands for. Two functions may share a name, such as {@code max} of several numbers
 * and of a list; the number of arguments tells them apart.
 *
 * @param function the function of numbers, also element by element
 * @param ofLists the function that makes one value of lists
 */
record Callable(Optional<Function> function, Optional<ListFunction> ofLists) {

    static Callable named(String name) {
        return new Callable(Functions.find(name), ListFunctions.find(name));
    }

    /** The names of all functions. */
    static Stream<String> names() {
        return Stream.concat(
                        Functions.all().stream().map(Function::name),
                        ListFunctions.all().stream().map(ListFunction::name))
                .distinct();
    }

    boolean exists() {
        return function.isPresent() || ofLists.isPresent();
    }

    /** How it is written: {@code atan2(y, x)}. */
    String signature() {
        return Stream.concat(function.map(Function::signature).stream(), ofLists.map(ListFunction::signature).stream())
                .collect(Collectors.joining(" or "));
    }

    /** How many arguments it takes, in words. */
    String arity() {
        Optional<String> ofNumbers = function.map(one -> one.arity().words());
        if (ofNumbers.isEmpty()) {
            return ofLists.orElseThrow().arity().words();
        }
        return ofNumbers.get() + (ofLists.isPresent() ? ", or one list" : "");
    }
}
