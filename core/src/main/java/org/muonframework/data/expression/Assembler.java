package org.muonframework.data.expression;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.ColumnType;

/** Makes nodes out of operands: checks their types, and computes at once what does not depend on any row. */
final class Assembler {

    private static final Batch ONE_ROW = new Batch(1, Map.of(), "", 1);

    private final String text;

    Assembler(String text) {
        this.text = text;
    }

    Operand arithmetic(Operand left, Token operator, Operand right) {
        String symbol = operator.text();
        requireNumber(left, "'" + symbol + "'");
        requireNumber(right, "'" + symbol + "'");
        List<String> units = List.of(left.node().unit(), right.node().unit());
        String unit = symbol.equals("+") || symbol.equals("-") ? UnitRule.COMMON.of(units) : "";
        boolean square = symbol.equals("^") && right.node() instanceof Node.Constant exponent && exponent.value() == 2;
        Node node = square
                ? call(Type.NUMBER, "", Operators::square, left)
                : call(Type.NUMBER, unit, Operators.ARITHMETIC.get(symbol), left, right);
        return new Operand(node, text, left.start(), right.end());
    }

    Operand comparison(Operand left, Token operator, Operand right) {
        String symbol = operator.text();
        boolean equality = symbol.equals("==") || symbol.equals("!=");
        if (left.type() == Type.TEXT || right.type() == Type.TEXT) {
            return comparisonOfTexts(left, operator, right, equality);
        }
        if (!equality) {
            requireOrdered(left, symbol);
            requireOrdered(right, symbol);
        }
        Kernel kernel = Operators.COMPARISON.get(symbol);
        Node node = needsAllDigits(left, right)
                ? new Node.Call(
                        Type.BOOLEAN,
                        "",
                        kernel,
                        List.of(
                                new Node.WholeOrder((Node.Whole) left.node(), (Node.Whole) right.node()),
                                new Node.Constant(Type.NUMBER, 0, OptionalLong.empty())))
                : call(Type.BOOLEAN, "", kernel, left, right);
        return new Operand(node, text, left.start(), right.end());
    }

    Operand conjunction(List<Operand> operands) {
        operands.forEach(operand -> requireBoolean(operand, "'&&'"));
        Node node = operands.stream().noneMatch(Operand::isList)
                ? fold(new Node.Conjunction(List.copyOf(operands)))
                : call(Type.BOOLEAN, "", Operators::all, operands.toArray(Operand[]::new));
        return new Operand(
                node,
                text,
                operands.get(0).start(),
                operands.get(operands.size() - 1).end());
    }

    Operand disjunction(Operand left, Operand right) {
        requireBoolean(left, "'||'");
        requireBoolean(right, "'||'");
        return new Operand(call(Type.BOOLEAN, "", Operators::either, left, right), text, left.start(), right.end());
    }

    Operand not(Token operator, Operand operand) {
        requireBoolean(operand, "'!'");
        return new Operand(call(Type.BOOLEAN, "", Operators::not, operand), text, operator.start(), operand.end());
    }

    Operand negation(Token operator, Operand operand) {
        requireNumber(operand, "'-'");
        Node node = operand.node() instanceof Node.Constant constant
                        && constant.exact().isPresent()
                ? new Node.Constant(
                        Type.NUMBER,
                        -constant.value(),
                        OptionalLong.of(-constant.exact().getAsLong()))
                : call(Type.NUMBER, operand.node().unit(), Operators::negate, operand);
        return new Operand(node, text, operator.start(), operand.end());
    }

    Operand choice(Operand condition, Operand yes, Operand no) {
        requireBoolean(condition, "'?'");
        requireNumber(yes, "'? :'");
        requireNumber(no, "'? :'");
        Type type = yes.type() == Type.BOOLEAN && no.type() == Type.BOOLEAN ? Type.BOOLEAN : Type.NUMBER;
        String unit = UnitRule.COMMON.of(List.of(yes.node().unit(), no.node().unit()));
        return new Operand(call(type, unit, Operators::choose, condition, yes, no), text, condition.start(), no.end());
    }

    Operand call(Callable callable, Token name, List<Operand> arguments, int end) {
        int count = arguments.size();
        Optional<Function> function =
                callable.function().filter(one -> one.arity().allows().test(count));
        Optional<ListFunction> ofLists =
                callable.ofLists().filter(one -> one.arity().allows().test(count));
        if (function.isEmpty() && ofLists.isEmpty()) {
            throw new ExpressionException(
                    name.text() + " takes " + callable.arity() + ", not " + count, name.position(), "");
        }
        arguments.forEach(argument -> requireNumber(argument, name.text()));
        List<String> units =
                arguments.stream().map(argument -> argument.node().unit()).toList();
        Node node = function.map(
                        one -> call(one.type(), one.unit().of(units), one.kernel(), arguments.toArray(Operand[]::new)))
                .orElseGet(() -> Reductions.of(ofLists.orElseThrow(), arguments, name.position()));
        return new Operand(node, text, name.start(), end);
    }

    /** {@code list[index]}, or {@code list[condition on each element]}. */
    Operand index(Operand list, Operand index, int end) {
        requireNumber(index, "an index");
        return new Operand(Reductions.index(list, index), text, list.start(), end);
    }

    private Operand comparisonOfTexts(Operand left, Token operator, Operand right, boolean equality) {
        if (left.type() != right.type()) {
            boolean textFirst = left.type() == Type.TEXT;
            Operand words = textFirst ? left : right;
            Operand other = textFirst ? right : left;
            throw new ExpressionException(
                    written(words) + " is text and " + written(other) + " is " + other.kind()
                            + ": they cannot be compared",
                    operator.position(),
                    "");
        }
        if (!equality) {
            throw new ExpressionException(
                    "text can be compared with == and != only, not with '" + operator.text() + "'",
                    operator.position(),
                    "");
        }
        Node same = fold(new Node.SameText((Node.Text) left.node(), (Node.Text) right.node()));
        Operand operand = new Operand(same, text, left.start(), right.end());
        return operator.is("==")
                ? operand
                : new Operand(call(Type.BOOLEAN, "", Operators::not, operand), text, left.start(), right.end());
    }

    /** Whether both are integers and one is of 64 bits: its last digits would be lost in a double. */
    private static boolean needsAllDigits(Operand left, Operand right) {
        return isWhole(left.node()) && isWhole(right.node()) && (isLong(left.node()) || isLong(right.node()));
    }

    private static boolean isWhole(Node node) {
        return isLong(node)
                || (node instanceof Node.NumberColumn column && column.columnType() == ColumnType.INT)
                || (node instanceof Node.Constant constant && constant.exact().isPresent());
    }

    private static boolean isLong(Node node) {
        return node instanceof Node.NumberColumn column && column.columnType() == ColumnType.LONG;
    }

    private void requireNumber(Operand operand, String user) {
        if (operand.type() == Type.TEXT) {
            throw new ExpressionException(
                    user + " needs numbers, " + written(operand) + " is text", operand.position(), "");
        }
    }

    private void requireOrdered(Operand operand, String symbol) {
        if (operand.type() == Type.BOOLEAN) {
            throw new ExpressionException(
                    "'" + symbol + "' needs numbers, " + written(operand) + " is true or false",
                    operand.position(),
                    "");
        }
    }

    private void requireBoolean(Operand operand, String user) {
        if (operand.type() != Type.BOOLEAN) {
            String advice = operand.type() == Type.NUMBER ? "Compare it, as in: " + operand.words() + " != 0" : "";
            throw new ExpressionException(
                    user + " needs true or false, " + written(operand) + " is " + operand.kind(),
                    operand.position(),
                    advice);
        }
    }

    private static String written(Operand operand) {
        return "'" + operand.words() + "'";
    }

    private static Node call(Type type, String unit, Kernel kernel, Operand... operands) {
        List<Operand> all = List.of(operands);
        return all.stream().anyMatch(Operand::isList)
                ? new ListNode.ElementwiseCall(type, unit, kernel, all)
                : fold(new Node.Call(
                        type, unit, kernel, all.stream().map(Operand::node).toList()));
    }

    private static Node fold(Node node) {
        boolean constant = node.children().stream()
                .allMatch(child -> child instanceof Node.Constant || child instanceof Node.TextConstant);
        if (!constant) {
            return node;
        }
        Block block = new Block(ONE_ROW);
        block.moveTo(0, 1);
        double[] value = new double[1];
        node.evaluate(block, value);
        return new Node.Constant(node.type(), value[0], OptionalLong.empty());
    }
}
