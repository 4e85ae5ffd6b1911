package org.muonframework.data.expression;

import java.util.function.UnaryOperator;
import org.muonframework.data.expression.Function.Arity;

/**
 * A function that makes one value of the lists of a row.
 *
 * @param name its name
 * @param parameters its arguments as a reader sees them: {@code x, by, n}
 * @param arity how many arguments it takes
 * @param takes what its arguments are
 * @param type what it gives, from the type of the elements of its first list
 * @param unit the rule of its unit, from that of its first list
 * @param kernel its loop, from the type of the elements of its first list
 * @param description what it is, in one sentence
 */
record ListFunction(
        String name,
        String parameters,
        Arity arity,
        Takes takes,
        UnaryOperator<Type> type,
        UnitRule unit,
        java.util.function.Function<Type, ListKernel> kernel,
        String description) {

    /** What the arguments of a function are. */
    enum Takes {
        /** Lists of numbers. */
        LISTS,
        /** A list of true and false. */
        CONDITIONS,
        /** Lists of numbers, and one number after them. */
        LISTS_AND_NUMBER
    }

    String signature() {
        return name + "(" + parameters + ")";
    }
}
