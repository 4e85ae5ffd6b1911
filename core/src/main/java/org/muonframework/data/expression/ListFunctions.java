package org.muonframework.data.expression;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.muonframework.data.expression.Function.Arity;
import org.muonframework.data.expression.ListFunction.Takes;

/** All functions that make one value of lists. */
final class ListFunctions {

    /** The operator {@code list[index]}. */
    static final ListFunction ELEMENT = new ListFunction(
            "[ ]",
            "list, index",
            Arity.exactly(2),
            Takes.LISTS_AND_NUMBER,
            UnaryOperator.identity(),
            UnitRule.FIRST,
            elements -> ListKernels::element,
            "The element with an index.");

    private static final Arity PAIR =
            new Arity(given -> given == 3 || given == 4, "3 arguments (pt, eta, phi of muons) or 4 (pt, eta, phi, m)");

    private static final List<ListFunction> ALL = List.of(
            number("length", ListKernels::length, "Number of elements of a list."),
            new ListFunction(
                    "count",
                    "list",
                    Arity.exactly(1),
                    Takes.LISTS,
                    elements -> Type.NUMBER,
                    UnitRule.NONE,
                    elements -> elements == Type.BOOLEAN ? ListKernels::sum : ListKernels::length,
                    "Number of elements of a list; of a list of true and false the number of those that are true."),
            value("sum", ListKernels::sum, "Sum of the elements; 0 for an empty list, NaN if one is NaN."),
            value("mean", ListKernels::mean, "Mean of the elements; NaN for an empty list, or if one is NaN."),
            value("min", ListKernels::min, "The smallest element; NaN for an empty list, or if one is NaN."),
            value("max", ListKernels::max, "The largest element; NaN for an empty list, or if one is NaN."),
            condition("any", ListKernels::any, "Whether one element or more is true; false for an empty list."),
            condition("all", ListKernels::all, "Whether no element is false; true for an empty list."),
            number(
                    "argmax",
                    ListKernels::argmax,
                    "Index, from 0, of the largest element that is a number; NaN if there is none."),
            number(
                    "argmin",
                    ListKernels::argmin,
                    "Index, from 0, of the smallest element that is a number; NaN if there is none."),
            new ListFunction(
                    "leading",
                    "x, by, n",
                    Arity.exactly(3),
                    Takes.LISTS_AND_NUMBER,
                    UnaryOperator.identity(),
                    UnitRule.FIRST,
                    elements -> ListKernels::leading,
                    "The element of x where by is largest (n = 0), second largest (n = 1), …; NaN if there is none,"
                            + " false if x is a list of true and false."),
            new ListFunction(
                    "leadingPairMass",
                    "pt, eta, phi",
                    PAIR,
                    Takes.LISTS,
                    elements -> Type.NUMBER,
                    UnitRule.FIRST,
                    elements -> ListKernels::leadingPairMass,
                    "Invariant mass in GeV of the two muons of largest pt, or leadingPairMass(pt, eta, phi, m) of other"
                            + " particles; NaN if there are fewer than two."));

    private ListFunctions() {}

    static List<ListFunction> all() {
        return ALL;
    }

    static Optional<ListFunction> find(String name) {
        return ALL.stream().filter(function -> function.name().equals(name)).findFirst();
    }

    /** A pure number. */
    private static ListFunction number(String name, ListKernel kernel, String description) {
        return ofOneList(name, UnitRule.NONE, kernel, description);
    }

    /** A value in the unit of the elements. */
    private static ListFunction value(String name, ListKernel kernel, String description) {
        return ofOneList(name, UnitRule.FIRST, kernel, description);
    }

    private static ListFunction ofOneList(String name, UnitRule unit, ListKernel kernel, String description) {
        return new ListFunction(
                name,
                "list",
                Arity.exactly(1),
                Takes.LISTS,
                elements -> Type.NUMBER,
                unit,
                elements -> kernel,
                description);
    }

    private static ListFunction condition(String name, ListKernel kernel, String description) {
        return new ListFunction(
                name,
                "list",
                Arity.exactly(1),
                Takes.CONDITIONS,
                elements -> Type.BOOLEAN,
                UnitRule.NONE,
                elements -> kernel,
                description);
    }
}
