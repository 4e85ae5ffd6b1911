package org.muonframework.data;

import java.util.Objects;
import org.muonframework.spi.model.Image;
import org.muonframework.spi.model.Shape;

/**
 * An image that each row has, as two columns of lists.
 *
 * @param name its name
 * @param cells the column of cells, numbered in row-major order from 0
 * @param values the column of values, as many in each row as there are cells
 * @param shape size of the image
 * @param negative what becomes of negative values
 */
public record ImagePlan(String name, String cells, String values, Shape shape, Negative negative) {

    /** Bytes that a hit takes in memory: its cell and its value. */
    static final long BYTES_PER_HIT = Integer.BYTES + Float.BYTES;

    /** Bytes that the image of a row takes beside its hits: where they begin and end. */
    public static final long BYTES_PER_ROW = 2 * Integer.BYTES;

    /** What becomes of negative values. */
    public enum Negative {
        /** Stop. */
        ERROR,
        /** Stay as they are. */
        KEEP
    }

    public ImagePlan {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(cells, "cells");
        Objects.requireNonNull(values, "values");
        Objects.requireNonNull(shape, "shape");
        Objects.requireNonNull(negative, "negative");
    }

    /** What a model knows of it. */
    public Image image() {
        return new Image(name, shape);
    }
}
