package org.muonframework.train.fused.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muonframework.train.fused.kernel.Panels;

/** Makes the operations of dense layers, whose weights for the way back lie one after the other. */
final class DenseLayers {

    private final State state;
    private final float[] zeros;
    private final Rooms rooms;
    private final List<DenseOperation> transposing = new ArrayList<>();
    private int transposed;

    DenseLayers(State state, float[] zeros, Rooms rooms) {
        this.state = state;
        this.zeros = zeros;
        this.rooms = rooms;
    }

    /** Those whose weights are needed on the way back. */
    List<DenseOperation> transposing() {
        return transposing;
    }

    /**
     * A dense layer.
     *
     * @param weight where its weights lie
     * @param bias where its bias lies, or −1
     * @param rectify whether what is negative becomes 0
     */
    Lowered lower(Panels panels, int weight, int bias, boolean rectify, Value x) {
        Room y = rooms.panels(panels.outputs());
        Room dy = rooms.panels(panels.outputs());
        DenseOperation operation = new DenseOperation(
                state, panels, weight, bias, transposed, rectify, zeros, x.room(), y, x.gradient(), dy);
        transposed += panels.transposed().size();
        if (x.gradient().isPresent()) {
            transposing.add(operation);
        }
        Value.Reuse reuse = rectify ? Value.Reuse.SIGN : Value.Reuse.ANY;
        return new Lowered(operation, List.of(x), List.of(new Value(y, Optional.of(dy), x.level(), reuse)));
    }
}
