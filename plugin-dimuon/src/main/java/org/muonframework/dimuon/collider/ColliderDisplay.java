package org.muonframework.dimuon.collider;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.display.Event;
import org.muonframework.spi.display.EventDisplay;
import org.muonframework.spi.figure.Axis;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Scene;
import org.muonframework.spi.figure.Shape;

/** Draws leptons of a row, from the middle of the detector. */
final class ColliderDisplay implements EventDisplay {

    private final ColliderSettings settings;

    ColliderDisplay(ColliderSettings settings) {
        this.settings = settings;
    }

    @Override
    public Optional<String> objection(Schema columns) {
        return LeptonColumns.of(columns).groups().isEmpty()
                ? Optional.of("needs leptons: numbers such as pt1, eta1, phi1, Q1 or px1, py1, pz1, Q1, or lists such"
                        + " as Muon_pt, Muon_eta, Muon_phi, Muon_charge")
                : Optional.empty();
    }

    @Override
    public Set<String> columns(Schema columns) {
        return LeptonColumns.of(columns).names();
    }

    @Override
    public Scene scene(Event event) {
        List<Lepton> leptons = leptons(event);
        Detector detector = settings.detector();
        List<Shape> shapes = new ArrayList<>(lines(leptons, detector));
        shapes.addAll(detector.outlines());
        boolean electrons = leptons.stream().anyMatch(Lepton::electron);
        String caption = LeptonText.list(leptons) + " Ways are computed from the momenta, from the middle of the"
                + " detector on: bent by " + settings.field() + " T in the solenoid, straight outside of it"
                + (electrons ? ", of electrons up to the calorimeter." : ".");
        return Scene.of(
                "event",
                LeptonText.title(leptons),
                caption,
                Axis.of("x", "m"),
                Axis.of("y", "m"),
                Axis.of("z", "m"),
                shapes);
    }

    @Override
    public List<Figure> figures(Event event) {
        Detector detector = settings.detector();
        List<Lepton> leptons = leptons(event);
        return List.of(AlongBeam.figure(
                LeptonText.title(leptons), List.copyOf(lines(leptons, detector)), List.of(), detector));
    }

    /** The lines of each kind of lepton. */
    private List<Shape.Lines> lines(List<Lepton> leptons, Detector detector) {
        Map<String, List<Shape.Line>> lines = new TreeMap<>();
        for (Lepton lepton : leptons) {
            lines.computeIfAbsent(lepton.symbol(), symbol -> new ArrayList<>())
                    .add(new Helix(lepton, settings.field()).line(detector));
        }
        List<Shape.Lines> shapes = new ArrayList<>();
        lines.forEach((symbol, own) -> shapes.add(new Shape.Lines(symbol, own)));
        return shapes;
    }

    /** The columns are found again by their names; that they can be read was seen from the schema. */
    private static List<Lepton> leptons(Event event) {
        List<ColumnSpec> columns = event.batch().columns().keySet().stream()
                .sorted()
                .map(name -> new ColumnSpec(name, ColumnType.DOUBLE, false, "", "", ColumnRole.FEATURE))
                .toList();
        return LeptonColumns.of(Schema.of(columns)).leptons(event);
    }
}
