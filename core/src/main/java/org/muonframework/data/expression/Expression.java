package org.muonframework.data.expression;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.Schema;

/**
 * A formula over the columns of a dataset, understood and type-checked once, then computed batch by batch.
 *
 * <p>Numbers, column names (odd ones between back-quotes), {@code + - * / %}, {@code ^} (power, from the right),
 * {@code < <= > >= == !=}, {@code && || !}, {@code a ? b : c}, parentheses, texts in quotes (compared with {@code ==}
 * and {@code !=} only), and the {@link #functions()} and {@link #constants()}. True and false count as 1 and 0 where
 * a number is due; a number is never taken for a condition. Every comparison with NaN is false, except {@code !=}.
 * The remainder {@code %} has the sign of its left side. Integer columns of 64 bits are compared with all their
 * digits; in arithmetic, and as elements of lists, they are doubles. Both values of {@code a ? b : c} are computed in
 * every row.
 *
 * <p>A jagged column is a list in every row. Operators and functions work on lists element by element; what is one
 * value in a row goes with each of its elements, and two lists must have the same length in every row. {@code x[0]} is
 * the first element and {@code x[-1]} the last (NaN where there is none; false in a list of true and false),
 * {@code x[condition]} the list of the elements for which a condition is true. The functions of lists make one value
 * of the list of each row.
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
     * Understands an expression that gives one value for each row.
     *
     * @param text the expression
     * @param schema the columns it may use
     * @throws ExpressionException if it cannot be understood, does not fit the columns, or gives lists
     */
    public static Expression parse(String text, Schema schema) {
        return new Expression(
                text, Reductions.requireOne(new Parser(text, schema).parse()).node());
    }

    /**
     * Understands an expression that gives one value, or one list, for each row.
     *
     * @param text the expression
     * @param schema the columns it may use
     * @throws ExpressionException if it cannot be understood or does not fit the columns
     */
    public static Expression parseColumn(String text, Schema schema) {
        return new Expression(text, new Parser(text, schema).parse().node());
    }

    /** All functions of the language, in the order of its reference; two that share a name are apart. */
    public static List<FunctionDoc> functions() {
        Stream<FunctionDoc> ofNumbers = Functions.all().stream()
                .map(function -> new FunctionDoc(function.name(), function.signature(), function.description()));
        Stream<FunctionDoc> ofLists = ListFunctions.all().stream()
                .map(function -> new FunctionDoc(function.name(), function.signature(), function.description()));
        return Stream.concat(ofNumbers, ofLists).toList();
    }

    /** All named constants of the language; a column of the same name goes first. */
    public static List<FunctionDoc> constants() {
        return Arrays.stream(Constants.values())
                .map(constant -> new FunctionDoc(constant.written(), constant.written(), constant.description()))
                .toList();
    }

    /** What it gives for each row, or for each element of its lists. */
    public Type type() {
        return root.type();
    }

    /** The physical unit of what it gives, where that follows from the columns; empty for a pure number. */
    public String unit() {
        return root.unit();
    }

    /** Whether it gives a list for each row, and not one value. */
    public boolean isList() {
        return root instanceof ListNode;
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
        if (root instanceof ListNode.ListColumn column) {
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
                .map(operand -> new Expression(operand.words(), operand.node()))
                .toList();
    }

    /**
     * The value of every row; true is 1, false is 0.
     *
     * @param batch rows that have all {@link #columns()}
     * @throws IllegalStateException if it gives text or lists
     * @throws org.muonframework.spi.problem.DataException if lists that are combined differ in length, naming the row
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
     * @throws IllegalStateException if it gives text or lists
     * @throws org.muonframework.spi.problem.DataException if lists that are combined differ in length, naming the row
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

    /**
     * The list of every row: of {@link Column.Booleans} if it gives true or false, else of {@link Column.Doubles}.
     *
     * @param batch rows that have all {@link #columns()}
     * @throws IllegalStateException if it does not give lists
     * @throws org.muonframework.spi.problem.DataException if lists that are combined differ in length, naming the row
     */
    public Column.Jagged evaluateLists(Batch batch) {
        if (!(root instanceof ListNode list)) {
            throw new IllegalStateException("'" + text + "' gives one value for each row");
        }
        Block block = new Block(batch);
        int[] offsets = new int[batch.rows() + 1];
        double[] values = new double[batch.rows()];
        for (int first = 0; first < batch.rows(); first += Block.ROWS) {
            int rows = Math.min(Block.ROWS, batch.rows() - first);
            block.moveTo(first, rows);
            Elements elements = list.elements(block);
            int before = offsets[first];
            for (int row = 0; row < rows; row++) {
                offsets[first + row + 1] = before + elements.shape().to(row);
            }
            int total = offsets[first + rows];
            if (total > values.length) {
                values = Arrays.copyOf(values, total + total / 2);
            }
            System.arraycopy(elements.values()[0], 0, values, before, total - before);
            elements.giveBack(block);
        }
        return new Column.Jagged(offsets, column(Arrays.copyOf(values, offsets[batch.rows()])));
    }

    /**
     * What it gives, as a column: jagged if it {@link #isList}, of {@link Column.Booleans} or {@link Column.Doubles}.
     *
     * @param batch rows that have all {@link #columns()}
     * @throws IllegalStateException if it gives text
     * @throws org.muonframework.spi.problem.DataException if lists that are combined differ in length, naming the row
     */
    public Column column(Batch batch) {
        return isList() ? evaluateLists(batch) : column(evaluate(batch));
    }

    private Column column(double[] values) {
        if (type() != Type.BOOLEAN) {
            return new Column.Doubles(values);
        }
        boolean[] conditions = new boolean[values.length];
        for (int i = 0; i < values.length; i++) {
            conditions[i] = values[i] != 0;
        }
        return new Column.Booleans(conditions);
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
        } else if (node instanceof ListNode.ListColumn column) {
            names.add(column.name());
        }
        node.children().forEach(child -> collect(child, names));
    }
}
