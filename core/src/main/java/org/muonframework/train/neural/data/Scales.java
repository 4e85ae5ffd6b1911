package org.muonframework.train.neural.data;

import java.util.ArrayList;
import java.util.List;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.Scaling;
import org.muonframework.spi.train.Rows;

/**
 * The scales at the edges of a network, fixed or fitted on the training rows.
 *
 * @param inputs for each input of the network, one for each of its columns; none where they stay as they are
 * @param targets the same for each output of the network that has columns
 */
public record Scales(List<List<ColumnScale>> inputs, List<List<ColumnScale>> targets) {

    /** Those of a network; what is fitted, is fitted to the training rows with their weights. */
    public static Scales fit(Architecture architecture, ColumnMap map, Rows training) {
        List<List<ColumnScale>> inputs = new ArrayList<>();
        for (int i = 0; i < map.inputs().size(); i++) {
            inputs.add(fit(architecture.inputs().get(i).scaling(), map.inputs().get(i), training.features(), training));
        }
        List<List<ColumnScale>> targets = new ArrayList<>();
        for (int i = 0; i < map.targets().size(); i++) {
            Scaling scaling = architecture.outputs().get(i).scaling();
            targets.add(
                    scaling instanceof Scaling.OfInput like
                            ? inputs.get(position(architecture, like.input()))
                            : fit(scaling, map.targets().get(i), training.targets(), training));
        }
        return new Scales(inputs, targets);
    }

    private static int position(Architecture architecture, String input) {
        return architecture.inputs().stream()
                .map(Architecture.Input::name)
                .toList()
                .indexOf(input);
    }

    private static List<ColumnScale> fit(Scaling scaling, int[] positions, float[][] columns, Rows rows) {
        if (scaling == Scaling.NONE) {
            return List.of();
        }
        List<ColumnScale> scales = new ArrayList<>();
        for (int position : positions) {
            scales.add(fit(scaling, columns[position], rows.weights()));
        }
        return scales;
    }

    private static ColumnScale fit(Scaling scaling, float[] column, float[] weights) {
        if (scaling instanceof Scaling.Fixed fixed) {
            return new ColumnScale(fixed.offset(), fixed.scale());
        }
        return scaling == Scaling.RANGE ? ColumnScale.ofRange(column) : ColumnScale.fit(column, weights);
    }
}
