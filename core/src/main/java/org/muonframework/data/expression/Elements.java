package org.muonframework.data.expression;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.muonframework.spi.problem.DataException;

/**
 * The elements of several lists that have the same length in every row of a block.
 *
 * @param shape the lengths
 * @param values {@code values[list][element]}, in arrays lent by the block
 */
record Elements(Shape shape, double[][] values) {

    /**
     * Computes some steps, at least one of which gives lists; what others give for a row is repeated for each element.
     *
     * @throws DataException if two lists of a row have different lengths
     */
    static Elements of(Block block, List<Operand> operands) {
        double[][] values = new double[operands.size()][];
        Optional<Shape> shape = Optional.empty();
        Operand shaping = operands.get(0);
        for (int i = 0; i < values.length; i++) {
            if (operands.get(i).node() instanceof ListNode list) {
                Elements elements = list.elements(block);
                values[i] = elements.values()[0];
                if (shape.isEmpty()) {
                    shape = Optional.of(elements.shape());
                    shaping = operands.get(i);
                } else {
                    requireSame(block, shaping, shape.get(), operands.get(i), elements.shape());
                }
            }
        }
        Shape common = shape.orElseThrow();
        for (int i = 0; i < values.length; i++) {
            if (!operands.get(i).isList()) {
                values[i] = repeated(block, operands.get(i).node(), common);
            }
        }
        return new Elements(common, values);
    }

    /** The first list in another shape; the arrays of the others go back. */
    Elements onlyFirst(Block block, Shape newShape) {
        for (int i = 1; i < values.length; i++) {
            block.giveBackElements(values[i]);
        }
        return new Elements(newShape, new double[][] {values[0]});
    }

    /** Gives all arrays back. */
    void giveBack(Block block) {
        for (double[] array : values) {
            block.giveBackElements(array);
        }
    }

    private static void requireSame(Block block, Operand one, Shape shape, Operand other, Shape otherShape) {
        int row = shape.firstDifference(otherShape);
        if (row >= 0) {
            long number = block.batch().firstRow() + block.first() + row;
            throw new DataException(
                    block.batch().source() + ": row " + number,
                    "'" + one.words() + "' has " + counted(shape.length(row)) + ", '" + other.words() + "' has "
                            + otherShape.length(row) + ": lists that are combined need the same length");
        }
    }

    private static String counted(int elements) {
        return elements + (elements == 1 ? " element" : " elements");
    }

    private static double[] repeated(Block block, Node node, Shape shape) {
        double[] elements = block.borrowElements(shape.elements());
        if (node instanceof Node.Constant constant) {
            Arrays.fill(elements, 0, shape.elements(), constant.value());
            return elements;
        }
        double[] values = block.borrow();
        node.evaluate(block, values);
        for (int row = 0; row < shape.rows(); row++) {
            Arrays.fill(elements, shape.from(row), shape.to(row), values[row]);
        }
        block.giveBack(values);
        return elements;
    }
}
