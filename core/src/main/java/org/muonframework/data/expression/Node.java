package org.muonframework.data.expression;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnType;

/** One step of a computation. */
sealed interface Node
        permits Node.Whole,
                Node.Text,
                Node.Call,
                Node.Conjunction,
                Node.WholeOrder,
                Node.SameText,
                ListNode,
                Reduction {

    Type type();

    /** The physical unit, where it is known; empty for a pure number. */
    default String unit() {
        return "";
    }

    /** The steps that this one needs. */
    default List<Node> children() {
        return List.of();
    }

    /** Computes the rows of the block into the first elements of {@code out}; true is 1 and false 0. */
    void evaluate(Block block, double[] out);

    /** A step whose values can be had as integers of 64 bits: a double loses digits above 2⁵³. */
    sealed interface Whole extends Node {
        long wholeAt(Batch batch, int row);
    }

    /** A step that gives text. */
    sealed interface Text extends Node {
        String textAt(Batch batch, int row);

        @Override
        default Type type() {
            return Type.TEXT;
        }

        @Override
        default void evaluate(Block block, double[] out) {
            throw new IllegalStateException("text has no numerical value");
        }
    }

    /** The same text in every row. */
    record TextConstant(String value) implements Text {
        @Override
        public String textAt(Batch batch, int row) {
            return value;
        }
    }

    /** A column of text. */
    record TextColumn(String name) implements Text {
        @Override
        public String textAt(Batch batch, int row) {
            return ((Column.Texts) batch.column(name)).values()[row];
        }
    }

    /**
     * The same value in every row.
     *
     * @param value the value
     * @param exact the value as an integer, if it was written as one
     */
    record Constant(Type type, double value, OptionalLong exact) implements Whole {
        @Override
        public void evaluate(Block block, double[] out) {
            Arrays.fill(out, 0, block.rows(), value);
        }

        @Override
        public long wholeAt(Batch batch, int row) {
            return exact.orElseThrow();
        }
    }

    /** A column of numbers, or of true and false. */
    record NumberColumn(String name, ColumnType columnType, String unit) implements Whole {
        @Override
        public Type type() {
            return columnType == ColumnType.BOOLEAN ? Type.BOOLEAN : Type.NUMBER;
        }

        @Override
        public void evaluate(Block block, double[] out) {
            copy(block.batch().column(name), block.first(), block.rows(), out);
        }

        /** Copies some values of a column of numbers, or of true and false, to the start of an array. */
        static void copy(Column column, int first, int rows, double[] out) {
            if (column instanceof Column.Doubles doubles) {
                System.arraycopy(doubles.values(), first, out, 0, rows);
            } else if (column instanceof Column.Floats floats) {
                float[] values = floats.values();
                for (int i = 0; i < rows; i++) {
                    out[i] = values[first + i];
                }
            } else if (column instanceof Column.Ints ints) {
                int[] values = ints.values();
                for (int i = 0; i < rows; i++) {
                    out[i] = values[first + i];
                }
            } else {
                for (int i = 0; i < rows; i++) {
                    out[i] = column.doubleAt(first + i);
                }
            }
        }

        @Override
        public long wholeAt(Batch batch, int row) {
            return batch.column(name).longAt(row);
        }
    }

    /** An operator or function of other steps. */
    record Call(Type type, String unit, Kernel kernel, List<Node> children) implements Node {
        @Override
        public void evaluate(Block block, double[] out) {
            double[][] in = new double[children.size()][];
            for (int i = 0; i < in.length; i++) {
                in[i] = i == 0 ? out : block.borrow();
                children.get(i).evaluate(block, in[i]);
            }
            kernel.apply(in, block.rows());
            for (int i = 1; i < in.length; i++) {
                block.giveBack(in[i]);
            }
        }
    }

    /** All of several conditions; keeps them apart, so that each can be counted alone. */
    record Conjunction(List<Operand> operands) implements Node {
        @Override
        public Type type() {
            return Type.BOOLEAN;
        }

        @Override
        public List<Node> children() {
            return operands.stream().map(Operand::node).toList();
        }

        @Override
        public void evaluate(Block block, double[] out) {
            operands.get(0).node().evaluate(block, out);
            double[] other = block.borrow();
            for (Operand operand : operands.subList(1, operands.size())) {
                operand.node().evaluate(block, other);
                for (int i = 0; i < block.rows(); i++) {
                    out[i] *= other[i];
                }
            }
            block.giveBack(other);
        }
    }

    /** The order of two integers without rounding them: −1, 0 or 1. */
    record WholeOrder(Whole left, Whole right) implements Node {
        @Override
        public Type type() {
            return Type.NUMBER;
        }

        @Override
        public List<Node> children() {
            return List.of(left, right);
        }

        @Override
        public void evaluate(Block block, double[] out) {
            for (int i = 0; i < block.rows(); i++) {
                int row = block.first() + i;
                out[i] = Long.compare(left.wholeAt(block.batch(), row), right.wholeAt(block.batch(), row));
            }
        }
    }

    /** Whether two texts are the same. */
    record SameText(Text left, Text right) implements Node {
        @Override
        public Type type() {
            return Type.BOOLEAN;
        }

        @Override
        public List<Node> children() {
            return List.of(left, right);
        }

        @Override
        public void evaluate(Block block, double[] out) {
            for (int i = 0; i < block.rows(); i++) {
                int row = block.first() + i;
                out[i] = left.textAt(block.batch(), row).equals(right.textAt(block.batch(), row)) ? 1 : 0;
            }
        }
    }
}
