package org.muonframework.data.expression;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.Schema;

/**
 * A formula over the columns of a dataset, understood and type-checked once, then computed batch by batch.
 *
 * <p>Numbers, column names (odd ones between back-quotes), {@code + - * / %}, {@code ^} (power, from the right),
 * {@code < <= > >= == !=}, {@code && || !}, {@code a ? b : c}, parentheses, texts in quotes (compared with {@code ==}
 * and {@code !=} only), and the {@link #functions()} and {@link #constants()}. True and false count as 1 and 0 where
 * a number is due; a number is never taken for a condition. Every comparison with NaN is false, except {@code !=}.
 * The remainder {@code %} has the sign of its left side. Integer columns of 64 bits are compared with all their
 * digits; in arithmetic they are doubles. Both values of {@code a ? b : c} are computed in every row.
 *
 * <p>Immutable; may be evaluated by several threads at once.
 */
public final class Expression {

    private final String text;
    private final Node root;

    private Expression(String text, Node root) {
        this.text = text;
        this.root = root;
    }

    /**
     * Understands an expression.
     *
     * @param text the expression
     * @param schema the columns it may use
     * @throws ExpressionException if it cannot be understood or does not fit the columns
     */
    public static Expression parse(String text, Schema schema) {
        return new Expression(text, new Parser(text, schema).parse().node());
    }

    /** All functions of the language, in the order of its reference. */
    public static List<FunctionDoc> functions() {
        return Functions.all().stream()
                .map(function -> new FunctionDoc(function.name(), function.signature(), function.description()))
                .toList();
    }

    /** All named constants of the language; a column of the same name goes first. */
    public static List<FunctionDoc> constants() {
        return Arrays.stream(Constants.values())
                .map(constant -> new FunctionDoc(constant.written(), constant.written(), constant.description()))
                .toList();
    }

    /** What it gives for each row. */
    public Type type() {
        return root.type();
    }

    /** The columns that it reads, in the order of the alphabet. */
    public Set<String> columns() {
        Set<String> names = new TreeSet<>();
        collect(root, names);
        return Collections.unmodifiableSet(names);
    }

    /** The expression as it was written. */
    public String text() {
        return text;
    }

    /** The column that it stands for, if it is a column's name and nothing else. */
    public Optional<String> bareColumn() {
        if (root instanceof Node.NumberColumn column) {
            return Optional.of(column.name());
        }
        return root instanceof Node.TextColumn column ? Optional.of(column.name()) : Optional.empty();
    }

    /** The conditions that all have to hold: the parts between {@code &&}, or the expression itself. */
    public List<Expression> conjuncts() {
        if (!(root instanceof Node.Conjunction conjunction)) {
            return List.of(this);
        }
        return conjunction.operands().stream()
                .map(operand -> new Expression(text.substring(operand.start(), operand.end()), operand.node()))
                .toList();
    }

    /**
     * The value of every row; true is 1, false is 0.
     *
     * @param batch rows that have all {@link #columns()}
     * @throws IllegalStateException if it gives text
     */
    public double[] evaluate(Batch batch) {
        double[] out = new double[batch.rows()];
        evaluate(batch, out);
        return out;
    }

    /**
     * The value of every row; true is 1, false is 0.
     *
     * @param batch rows that have all {@link #columns()}
     * @param out where the values go; at least as long as the batch has rows
     * @throws IllegalStateException if it gives text
     */
    public void evaluate(Batch batch, double[] out) {
        Block block = new Block(batch);
        double[] values = block.borrow();
        for (int first = 0; first < batch.rows(); first += Block.ROWS) {
            int rows = Math.min(Block.ROWS, batch.rows() - first);
            block.moveTo(first, rows);
            root.evaluate(block, values);
            System.arraycopy(values, 0, out, first, rows);
        }
    }

    @Override
    public String toString() {
        return text;
    }

    private static void collect(Node node, Set<String> names) {
        if (node instanceof Node.NumberColumn column) {
            names.add(column.name());
        } else if (node instanceof Node.TextColumn column) {
            names.add(column.name());
        }
        node.children().forEach(child -> collect(child, names));
    }
}
