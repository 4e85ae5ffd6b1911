package org.muonframework.train.fused.kernel;

import java.util.SplittableRandom;

/** Sizes of volumes and windows to try. */
final class VolumeCases {

    private VolumeCases() {}

    /** Up to 6 × 6 × 20 cells; a part of them with one line or one plane only. */
    static Grid grid(SplittableRandom random) {
        int rank = random.nextInt(1, 4);
        return new Grid(
                rank < 3 ? 1 : random.nextInt(1, 7), rank < 2 ? 1 : random.nextInt(1, 7), random.nextInt(1, 21));
    }

    /** A border at least as wide as asked for. */
    static Grid border(Grid least, SplittableRandom random) {
        return new Grid(
                least.depth() + random.nextInt(2),
                least.height() + random.nextInt(2),
                least.width() + random.nextInt(2));
    }

    /** A window of up to 4 cells in each dimension, with steps of 1 to 3, that has a place in the cells. */
    static Window window(Grid cells, SplittableRandom random) {
        while (true) {
            int stride = random.nextInt(1, 3);
            Window window = new Window(
                    new Grid(
                            cells.depth() == 1 ? 1 : random.nextInt(1, 5),
                            cells.height() == 1 ? 1 : random.nextInt(1, 5),
                            random.nextInt(1, 5)),
                    random.nextInt(4) == 0
                            ? new Grid(random.nextInt(1, 4), random.nextInt(1, 4), random.nextInt(1, 4))
                            : new Grid(stride, stride, stride),
                    new Grid(
                            cells.depth() == 1 ? 0 : random.nextInt(3),
                            cells.height() == 1 ? 0 : random.nextInt(3),
                            random.nextInt(3)));
            if (window.places(cells).covers(Grid.ONE)) {
                return window;
            }
        }
    }
}
