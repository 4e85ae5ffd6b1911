package org.muonframework.dimuon.collider;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.muonframework.spi.figure.Axis;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Mark;
import org.muonframework.spi.figure.Shape;

/** The view along the beam: the distance from it, below zero where a track ends below the beam, against z. */
final class AlongBeam {

    private AlongBeam() {}

    /** Lines, places and the outline in this view, in m. */
    static Figure figure(String title, List<Shape.Lines> lines, List<Shape.Points> points, Detector detector) {
        List<Mark> marks = new ArrayList<>();
        lines.forEach(kind -> marks.add(curve(kind)));
        points.forEach(kind -> marks.add(places(kind)));
        marks.add(box("solenoid", detector.solenoidRadius(), detector.solenoidLength()));
        marks.add(box("muon chambers", detector.radius(), detector.length()));
        return Figure.of(
                "rz",
                title,
                "The distance from the beam against z; it is drawn below 0 for what is below the beam.",
                Axis.of("z", "m"),
                Axis.of("r", "m"),
                marks);
    }

    private static Mark curve(Shape.Lines kind) {
        int length = kind.lines().stream().mapToInt(line -> line.x().length + 1).sum();
        double[] along = new double[Math.max(0, length - 1)];
        double[] away = new double[along.length];
        Arrays.fill(along, Double.NaN);
        Arrays.fill(away, Double.NaN);
        int at = 0;
        for (Shape.Line line : kind.lines()) {
            int last = line.x().length - 1;
            double side = line.y()[last] < 0 ? -1 : 1;
            for (int i = 0; i <= last; i++) {
                along[at + i] = line.z()[i];
                away[at + i] = side * Math.hypot(line.x()[i], line.y()[i]);
            }
            at += last + 2;
        }
        return Mark.Curve.of(kind.label(), along, away);
    }

    private static Mark places(Shape.Points kind) {
        double[] away = new double[kind.x().length];
        for (int i = 0; i < away.length; i++) {
            away[i] = Math.copySign(Math.hypot(kind.x()[i], kind.y()[i]), kind.y()[i]);
        }
        return new Mark.Points(kind.label(), kind.z(), kind.z(), kind.z(), away, away, away);
    }

    private static Mark box(String label, double radius, double half) {
        return new Mark.Curve(
                label,
                new double[] {-half, half, half, -half, -half},
                new double[] {-radius, -radius, radius, radius, -radius},
                new double[0],
                new double[0],
                true);
    }
}
