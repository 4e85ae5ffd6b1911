package org.muonframework.data.expression;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A step that makes one value of the lists of each row.
 *
 * @param type what it gives; a condition on an element that does not exist is false
 * @param unit physical unit, where it is known
 * @param kernel its loop
 * @param lists the lists; a value that is the same for all elements of a row may be among them
 * @param number the number that it takes besides, if it takes one
 */
record Reduction(Type type, String unit, ListKernel kernel, List<Operand> lists, Optional<Node> number)
        implements Node {

    @Override
    public List<Node> children() {
        return Stream.concat(lists.stream().map(Operand::node), number.stream()).toList();
    }

    @Override
    public void evaluate(Block block, double[] out) {
        number.ifPresent(node -> node.evaluate(block, out));
        Elements in = Elements.of(block, lists);
        kernel.apply(in.values(), in.shape(), out);
        in.giveBack(block);
        if (type == Type.BOOLEAN) {
            for (int row = 0; row < block.rows(); row++) {
                out[row] = out[row] == 1 ? 1 : 0;
            }
        }
    }
}
