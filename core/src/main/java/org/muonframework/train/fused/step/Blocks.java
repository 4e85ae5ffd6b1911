package org.muonframework.train.fused.step;

import org.muonframework.spi.model.Architecture;
import org.muonframework.train.fused.kernel.Panels;
import org.muonframework.train.fused.kernel.Volume;

/**
 * How the rows of a batch are divided for a network.
 *
 * @param rows rows of a block, which go through a stage together
 * @param leastInSlice fewest rows of a slice, whose sums are kept apart
 * @param scored rows that a thread scores before it looks for others
 */
public record Blocks(int rows, int leastInSlice, int scored) {

    /** Of networks without volumes. */
    public static final Blocks DENSE = new Blocks(Panels.ROWS, 4 * Panels.ROWS, 64 * Panels.ROWS);
    /** Of networks with volumes. */
    public static final Blocks VOLUMES = new Blocks(Volume.LANES, Volume.LANES, 4 * Volume.LANES);

    /** Those of a network: where it has volumes, a block is a group, and threads share even small batches. */
    public static Blocks of(Architecture architecture) {
        boolean volumes = architecture.shapes().values().stream().anyMatch(shape -> shape.rank() > 1);
        return volumes ? VOLUMES : DENSE;
    }
}
