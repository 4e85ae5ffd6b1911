package org.muonframework.spi.model;

import java.util.Objects;

/**
 * An input that a row has as a whole: an image or a volume, most of whose cells are zero.
 *
 * @param name unique among images and features
 * @param shape its size, without a channel: {@code 50x32x32}
 */
public record Image(String name, Shape shape) {

    public Image {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(shape, "shape");
    }

    /** Whether an input of this shape can take it: its own shape, perhaps with a channel in front. */
    public boolean fits(Shape input) {
        int front = input.rank() - shape.rank();
        return (front == 0 || front == 1 && input.size(0) == 1)
                && input.dimensions().subList(front, input.rank()).equals(shape.dimensions());
    }
}
