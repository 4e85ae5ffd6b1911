package org.muonframework.calorimeter.model;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muonframework.calorimeter.features.HighLevelFeature;
import org.muonframework.calorimeter.grid.CellGrid;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.Shape;
import org.muonframework.spi.model.Symmetry;

/**
 * The mirrors in which the calorimeter looks the same. Its cells are symmetric about x = 0 and y = 0, and muons enter as
 * often on one side as on the other. The field is along y and bends muons in x: a mirror of y changes nothing but y, and
 * one of x makes of a muon one of the other charge, which is as frequent. Only a muon on the very border of two cells, as
 * all are that enter at x = y = 0, leaves its energy in the upper one, and in a mirror in the lower one.
 */
final class MirrorSymmetries {

    /** The axes of a volume are z, x and y. */
    private static final int X_AXIS = 1;

    private static final int Y_AXIS = 2;

    private static final Shape VOLUME = Shape.of(1, CellGrid.LAYERS, CellGrid.SIDE, CellGrid.SIDE);

    private static final String X = "true_x";
    private static final String Y = "true_y";

    private static final Set<String> ODD_IN_X =
            Set.of(HighLevelFeature.XMOM.column(), HighLevelFeature.EMEAS.column(), X);

    private static final Set<String> ODD_IN_Y = Set.of(HighLevelFeature.YMOM.column(), Y);

    private MirrorSymmetries() {}

    /** Those of a network; none if it sees a feature or an image of which nothing is known. */
    static List<Symmetry> of(Architecture network) {
        Set<String> known = Stream.concat(
                        EnumSet.allOf(HighLevelFeature.class).stream().map(HighLevelFeature::column), Stream.of(X, Y))
                .collect(Collectors.toSet());
        Map<String, Integer> alongX = new HashMap<>();
        Map<String, Integer> alongY = new HashMap<>();
        Set<String> columns = new HashSet<>();
        for (Architecture.Input input : network.inputs()) {
            columns.addAll(input.columns());
            if (input.takesImage()) {
                if (!input.shape().equals(VOLUME)) {
                    return List.of();
                }
                alongX.put(input.name(), X_AXIS);
                alongY.put(input.name(), Y_AXIS);
            }
        }
        return known.containsAll(columns)
                ? List.of(new Symmetry("x", alongX, ODD_IN_X), new Symmetry("y", alongY, ODD_IN_Y))
                : List.of();
    }
}
