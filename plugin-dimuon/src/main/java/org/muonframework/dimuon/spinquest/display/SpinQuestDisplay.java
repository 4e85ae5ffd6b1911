package org.muonframework.dimuon.spinquest.display;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.muonframework.dimuon.spinquest.Spectrometer;
import org.muonframework.dimuon.spinquest.TrackColumns;
import org.muonframework.dimuon.spinquest.VertexRegion;
import org.muonframework.dimuon.spinquest.swim.SwimBack;
import org.muonframework.dimuon.spinquest.swim.SwimPath;
import org.muonframework.dimuon.spinquest.swim.SwimSettings;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.display.Event;
import org.muonframework.spi.display.EventDisplay;
import org.muonframework.spi.figure.Axis;
import org.muonframework.spi.figure.Scene;
import org.muonframework.spi.figure.Shape;

/** Draws the tracks of a pair from the true vertex, or from that of the tracks where the truth is not known. */
final class SpinQuestDisplay implements EventDisplay {

    private static final List<String> TRUE_VERTEX = List.of("vx", "vy", "vz");
    private static final String TRUE_MASS = "mass";

    /** What is shown in front of the first thing and behind station 3, in cm. */
    private static final double MARGIN = 40;

    private static final double END = Spectrometer.UPPER_STATION_3 + MARGIN;

    private final SwimBack swimBack;
    private final SwimPath path;

    SpinQuestDisplay(SwimSettings settings) {
        swimBack = new SwimBack(settings);
        path = new SwimPath(settings);
    }

    @Override
    public Optional<String> objection(Schema columns) {
        List<String> missing =
                needed().filter(name -> isNoNumber(columns, name)).toList();
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of("needs both tracks at stations 1 and 3, in the columns of spinquest-simulation; there "
                + (missing.size() == 1 ? "is no " : "are no ")
                + String.join(", ", missing.subList(0, Math.min(6, missing.size())))
                + (missing.size() > 6 ? ", …" : ""));
    }

    @Override
    public Set<String> columns(Schema columns) {
        Set<String> read = new LinkedHashSet<>(needed().toList());
        if (TRUE_VERTEX.stream().noneMatch(name -> isNoNumber(columns, name))) {
            read.addAll(TRUE_VERTEX);
        }
        if (!isNoNumber(columns, TRUE_MASS)) {
            read.add(TRUE_MASS);
        }
        return read;
    }

    private static Stream<String> needed() {
        return Stream.of(TrackColumns.POSITIVE, TrackColumns.NEGATIVE)
                .flatMap(sign -> Stream.of("x1", "y1", "z1", "px1", "py1", "pz1", "x3", "y3", "z3")
                        .map(axis -> axis + sign));
    }

    private static boolean isNoNumber(Schema columns, String name) {
        return columns.find(name)
                .filter(column -> !column.jagged() && column.type().isNumeric())
                .isEmpty();
    }

    @Override
    public Scene scene(Event event) {
        MeasuredTrack positive = MeasuredTrack.of(event, TrackColumns.POSITIVE);
        MeasuredTrack negative = MeasuredTrack.of(event, TrackColumns.NEGATIVE);
        Optional<SwimBack.Found> found = swimBack.find(positive.station1(), negative.station1());
        Optional<double[]> truth = trueVertex(event);
        double fromZ = truth.map(vertex -> vertex[2])
                .orElse(found.map(SwimBack.Found::z).orElse(0.0));
        List<Shape> shapes = new ArrayList<>();
        shapes.add(new Shape.Lines("μ⁺", positive.way(fromZ, path)));
        shapes.add(new Shape.Lines("μ⁻", negative.way(fromZ, path)));
        truth.ifPresent(vertex -> shapes.add(point("true vertex", vertex[0], vertex[1], vertex[2])));
        found.ifPresent(vertex -> shapes.add(point("vertex by the tracks", vertex.x(), vertex.y(), vertex.z())));
        shapes.addAll(SpinQuestOutline.shapes());
        return Scene.of(
                        "event",
                        title(event, found),
                        caption(positive, negative, found, truth),
                        Axis.of("x", "cm"),
                        Axis.of("y", "cm"),
                        Axis.of("z", "cm").between(Math.min(fromZ, VertexRegion.TARGET.low()) - MARGIN, END),
                        shapes)
                .stretched();
    }

    private static Optional<double[]> trueVertex(Event event) {
        if (!TRUE_VERTEX.stream().allMatch(event::has)) {
            return Optional.empty();
        }
        double[] vertex = TRUE_VERTEX.stream().mapToDouble(event::number).toArray();
        return Double.isFinite(vertex[0] + vertex[1] + vertex[2]) ? Optional.of(vertex) : Optional.empty();
    }

    private static Shape point(String label, double x, double y, double z) {
        return new Shape.Points(label, new double[] {x}, new double[] {y}, new double[] {z});
    }

    private static String title(Event event, Optional<SwimBack.Found> found) {
        if (event.has(TRUE_MASS)) {
            return String.format(Locale.ROOT, "Pair of %.2f GeV", event.number(TRUE_MASS));
        }
        return found.map(pair -> String.format(
                        Locale.ROOT, "Pair of about %.1f GeV", pair.pair().mass()))
                .orElse("Pair");
    }

    private static String caption(
            MeasuredTrack positive, MeasuredTrack negative, Optional<SwimBack.Found> found, Optional<double[]> truth) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "μ⁺ of %.1f GeV and μ⁻ of %.1f GeV at station 1, followed back through the iron with the mean energy"
                        + " loss.",
                positive.momentum(),
                negative.momentum()));
        truth.ifPresent(vertex -> text.append(String.format(
                Locale.ROOT,
                " The pair was made at z = %.0f cm%s.",
                vertex[2],
                VertexRegion.of(vertex[2])
                        .map(region -> " (" + region.name().toLowerCase(Locale.ROOT) + ")")
                        .orElse(""))));
        found.ifPresent(vertex -> text.append(String.format(
                Locale.ROOT,
                " By the tracks it was made at z = %.0f cm, with %.2f GeV.",
                vertex.z(),
                vertex.pair().mass())));
        return text + " The axes are of one length each; z is much longer than x and y.";
    }
}
