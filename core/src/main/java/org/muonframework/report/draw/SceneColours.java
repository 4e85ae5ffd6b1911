package org.muonframework.report.draw;

import java.util.Arrays;
import org.muonframework.spi.figure.Axis;
import org.muonframework.spi.figure.Shape;

/** The colours of boxes: of values of both signs about zero, else from zero or the least value. */
record SceneColours(ColourMap map, Scale scale) {

    static SceneColours of(Shape.Boxes boxes, double from, double to) {
        double least = Arrays.stream(boxes.values()).min().orElse(boxes.logarithmic() ? 1 : 0);
        double largest = Arrays.stream(boxes.values()).max().orElse(boxes.logarithmic() ? 10 : 1);
        Extent extent = new Extent(boxes.logarithmic());
        double ends = Math.max(Math.abs(least), Math.abs(largest));
        extent.addEdge(boxes.logarithmic() ? largest : ends);
        extent.addEdge(boxes.logarithmic() ? least : least < 0 ? -ends : 0);
        Axis axis = Axis.of(boxes.label());
        Scale scale = extent.scale(boxes.logarithmic() ? axis.log() : axis, 0, from, to);
        return new SceneColours(least < 0 ? ColourMap.DIVERGING : ColourMap.SEQUENTIAL, scale);
    }

    /** The level of colour of a value, of a scale from 0 to 1. */
    int level(double value) {
        return ColourMap.level(value, scale);
    }
}
