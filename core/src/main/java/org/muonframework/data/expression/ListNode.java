package org.muonframework.data.expression;

import java.util.List;
import org.muonframework.spi.data.Column;

/** A step that gives a list for every row; its {@link #type} is that of the elements. */
sealed interface ListNode extends Node {

    /** The lists of the block's rows, in one array that the caller gives back. */
    Elements elements(Block block);

    @Override
    default void evaluate(Block block, double[] out) {
        throw new IllegalStateException("a list has no numerical value");
    }

    /** A jagged column of numbers, or of true and false. */
    record ListColumn(String name, Type type, String unit) implements ListNode {
        @Override
        public Elements elements(Block block) {
            Column.Jagged column = (Column.Jagged) block.batch().column(name);
            Shape shape = new Shape(column.offsets(), block.first(), block.rows());
            double[] out = block.borrowElements(shape.elements());
            NumberColumn.copy(column.values(), column.offsets()[block.first()], shape.elements(), out);
            return new Elements(shape, new double[][] {out});
        }
    }

    /** An operator or function of the elements of lists, and of values that are the same for all elements of a row. */
    record ElementwiseCall(Type type, String unit, Kernel kernel, List<Operand> operands) implements ListNode {
        @Override
        public List<Node> children() {
            return operands.stream().map(Operand::node).toList();
        }

        @Override
        public Elements elements(Block block) {
            Elements in = Elements.of(block, operands);
            kernel.apply(in.values(), in.shape().elements());
            return in.onlyFirst(block, in.shape());
        }
    }

    /** The elements for which a condition is true. */
    record Filter(Operand list, Operand condition) implements ListNode {
        @Override
        public Type type() {
            return list.type();
        }

        @Override
        public String unit() {
            return list.node().unit();
        }

        @Override
        public List<Node> children() {
            return List.of(list.node(), condition.node());
        }

        @Override
        public Elements elements(Block block) {
            Elements in = Elements.of(block, List.of(list, condition));
            Shape shape = in.shape();
            double[] values = in.values()[0];
            double[] keep = in.values()[1];
            int[] offsets = new int[shape.rows() + 1];
            int kept = 0;
            for (int row = 0; row < shape.rows(); row++) {
                for (int i = shape.from(row); i < shape.to(row); i++) {
                    if (keep[i] != 0) {
                        values[kept++] = values[i];
                    }
                }
                offsets[row + 1] = kept;
            }
            return in.onlyFirst(block, new Shape(offsets, 0, shape.rows()));
        }
    }
}
