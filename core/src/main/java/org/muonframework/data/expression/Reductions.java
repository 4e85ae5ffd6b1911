package org.muonframework.data.expression;

import java.util.List;
import java.util.Optional;
import org.muonframework.data.expression.ListFunction.Takes;

/** Makes steps that lead from lists to elements, to shorter lists, and to one value; checks their types. */
final class Reductions {

    private Reductions() {}

    /** {@code list[index]} or {@code list[condition on each element]}. */
    static Node index(Operand list, Operand index) {
        if (!list.isList()) {
            throw new ExpressionException(
                    "'" + list.words() + "' is one value in every row and has no elements", list.position(), "");
        }
        if (index.isList() && index.type() == Type.BOOLEAN) {
            return new ListNode.Filter(list, index);
        }
        if (index.isList() || index.type() == Type.BOOLEAN) {
            throw new ExpressionException(
                    "an index is one number, or a condition on each element; '" + index.words() + "' is "
                            + (index.isList() ? "a list of numbers" : "one condition for the whole row"),
                    index.position(),
                    "");
        }
        if (index.node() instanceof Node.Constant constant && constant.value() != Math.rint(constant.value())) {
            throw new ExpressionException(
                    "an index is a whole number, " + index.words() + " is not", index.position(), "");
        }
        return of(ListFunctions.ELEMENT, List.of(list, index), list.position());
    }

    /** A function of lists; the number of its arguments is right. */
    static Node of(ListFunction function, List<Operand> arguments, int position) {
        boolean takesNumber = function.takes() == Takes.LISTS_AND_NUMBER;
        List<Operand> lists = takesNumber ? arguments.subList(0, arguments.size() - 1) : arguments;
        if (lists.stream().noneMatch(Operand::isList)) {
            throw new ExpressionException(
                    function.name() + " needs a list, '" + lists.get(0).words() + "' is one value in every row",
                    position,
                    "");
        }
        Operand first = lists.get(0);
        if (function.takes() == Takes.CONDITIONS && first.type() != Type.BOOLEAN) {
            throw new ExpressionException(
                    function.name() + " needs true or false for each element, '" + first.words() + "' is "
                            + first.kind(),
                    first.position(),
                    "Compare it, as in: " + first.words() + " > 0");
        }
        Optional<Node> number = Optional.empty();
        if (takesNumber) {
            number = Optional.of(requireOne(arguments.get(lists.size())).node());
        }
        return new Reduction(
                function.type().apply(first.type()),
                function.unit().of(List.of(first.node().unit())),
                function.kernel().apply(first.type()),
                List.copyOf(lists),
                number);
    }

    /** The same operand, which must not be a list. */
    static Operand requireOne(Operand operand) {
        if (operand.isList()) {
            String words = operand.words();
            String list = words.matches("[\\w.]+|`[^`]*`") ? words : "(" + words + ")";
            throw new ExpressionException(
                    "'" + words + "' is a list in every row, where one value is needed",
                    operand.position(),
                    operand.type() == Type.BOOLEAN
                            ? "Write any(" + words + "), all(…) or count(…)"
                            : "Take an element, " + list + "[0], or the sum, min, max, mean or count of all");
        }
        return operand;
    }
}
