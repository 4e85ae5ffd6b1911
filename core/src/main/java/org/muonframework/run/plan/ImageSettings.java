package org.muonframework.run.plan;

import java.util.List;
import org.muonframework.data.ImagePlan;
import org.muonframework.spi.model.Shape;
import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;
import org.muonframework.spi.settings.Range;

/** One entry of the section {@code images}. */
@Doc("An image or a volume that each row has, given by the cells that are not zero.")
public record ImageSettings(
        @Doc("The column with the list of cells, numbered in row-major order from 0: in a shape [50, 32, 32] the cell"
                + " (z, y, x) is 1024 z + 32 y + x.")
        String cells,

        @Doc("The column with the list of values, one for each cell; of a cell that is named twice they add up.")
        String values,

        @Doc("Numbers of cells along each dimension.") @Range(min = 1)
        List<Integer> shape,

        @Doc("What becomes of negative values.") @Default("error")
        ImagePlan.Negative negative) {

    private static final long MOST_CELLS = Integer.MAX_VALUE;

    /** Checks the number of cells. */
    public ImageSettings {
        if (shape.isEmpty()) {
            throw new IllegalArgumentException("'shape' has no dimension; expected such as shape = [50, 32, 32]");
        }
        double all = shape.stream().mapToDouble(size -> size).reduce(1, (a, b) -> a * b);
        if (all > MOST_CELLS) {
            throw new IllegalArgumentException(
                    "'shape' " + shape + " has more than " + MOST_CELLS + " cells, the most that there can be");
        }
    }

    /** The same under a name. */
    ImagePlan plan(String name) {
        return new ImagePlan(name, cells, values, new Shape(shape), negative);
    }
}
