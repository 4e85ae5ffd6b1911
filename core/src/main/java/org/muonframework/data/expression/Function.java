package org.muonframework.data.expression;

import java.util.function.IntPredicate;

/**
 * A function of the language.
 *
 * @param name its name
 * @param parameters its arguments as a reader sees them: {@code phi1, phi2}
 * @param arity how many arguments it takes
 * @param type what it gives
 * @param unit the rule of its unit
 * @param kernel its loop
 * @param description what it is, in one sentence
 */
record Function(
        String name, String parameters, Arity arity, Type type, UnitRule unit, Kernel kernel, String description) {

    /**
     * How many arguments a function takes.
     *
     * @param allows whether a number is right
     * @param words the right numbers as a message says them: {@code 2 arguments}
     */
    record Arity(IntPredicate allows, String words) {

        static Arity exactly(int count) {
            return new Arity(given -> given == count, count + (count == 1 ? " argument" : " arguments"));
        }
    }

    String signature() {
        return name + "(" + parameters + ")";
    }
}
