package org.muonframework.dimuon.collider;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.display.Event;
import org.muonframework.spi.display.EventDisplay;
import org.muonframework.spi.figure.Axis;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Scene;
import org.muonframework.spi.figure.Shape;

/** Draws what CMS publishes of an event for displays; see the format {@code .ig}. */
final class CmsEventDisplay implements EventDisplay {

    private static final List<String> AXES = List.of("_x", "_y", "_z");

    /** Tracks with their ends: without them there is nothing to draw. */
    private static final Set<String> NEEDED = names(
            List.of("Tracks_pt", "TrackExtras_first", "TrackExtras_second"),
            List.of("Extras_pos_1", "Extras_dir_1", "Extras_pos_2", "Extras_dir_2"));

    /** The rest of an event, as far as it is there. */
    private static final Set<String> WELCOME = names(
            Stream.concat(
                            Stream.of("GlobalMuons", "GsfElectrons")
                                    .flatMap(kind -> Stream.of("_pt", "_eta", "_phi", "_charge")
                                            .map(kind::concat)),
                            Stream.concat(
                                    Stream.of("MuonGlobalPoints_first", "MuonGlobalPoints_second"),
                                    CmsCells.COLLECTIONS.stream().map(cells -> cells + "_energy")))
                    .toList(),
            Stream.concat(
                            Stream.of("Points_pos", "Vertices_pos"),
                            CmsCells.COLLECTIONS.stream()
                                    .flatMap(cells -> CmsCells.CORNERS.stream().map(corner -> cells + "_" + corner)))
                    .toList());

    private final CmsEventSettings settings;

    CmsEventDisplay(CmsEventSettings settings) {
        this.settings = settings;
    }

    private static Set<String> names(List<String> numbers, List<String> vectors) {
        Set<String> names = new LinkedHashSet<>(numbers);
        vectors.forEach(vector -> AXES.forEach(axis -> names.add(vector + axis)));
        return names;
    }

    @Override
    public Optional<String> objection(Schema columns) {
        return NEEDED.stream()
                .filter(name -> columns.find(name)
                        .filter(column -> column.type().isNumeric())
                        .isEmpty())
                .findFirst()
                .map(name -> "needs the tracks of a CMS event file (.ig), and there is no " + name);
    }

    @Override
    public Set<String> columns(Schema columns) {
        Set<String> read = new LinkedHashSet<>(NEEDED);
        WELCOME.stream()
                .filter(name -> columns.find(name)
                        .filter(column -> column.type().isNumeric())
                        .isPresent())
                .forEach(read::add);
        return read;
    }

    @Override
    public Scene scene(Event event) {
        CmsCells cells = CmsCells.of(event, settings.cellEnergy());
        List<Lepton> leptons = leptons(event);
        List<Shape> shapes = new ArrayList<>();
        if (!cells.cells().isEmpty()) {
            shapes.add(cells.boxes());
        }
        List<Shape.Lines> lines = lines(event);
        shapes.addAll(lines);
        shapes.addAll(vertices(event));
        shapes.addAll(Detector.CMS.outlines());
        String caption = String.format(
                Locale.ROOT,
                "%s %d of %d tracks have a p_{T} of at least %s GeV and are shown, as are %d cells of the calorimeters"
                        + " with at least %s GeV, drawn larger than they are.",
                LeptonText.list(leptons),
                lines.get(0).lines().size(),
                CmsTracks.of(event).count(),
                settings.trackPt(),
                cells.cells().size(),
                settings.cellEnergy());
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
        return List.of(AlongBeam.figure(LeptonText.title(leptons(event)), lines(event), vertices(event), Detector.CMS));
    }

    /** Tracks, muons and electrons. */
    private List<Shape.Lines> lines(Event event) {
        CmsTracks tracks = CmsTracks.of(event);
        List<Lepton> muons = of(event, "GlobalMuons", false);
        List<Shape.Line> ofMuons = new ArrayList<>();
        for (int i = 0; i < muons.size(); i++) {
            if (shown(muons.get(i))) {
                ofMuons.addAll(tracks.muon(i));
            }
        }
        List<Shape.Line> ofElectrons = of(event, "GsfElectrons", true).stream()
                .filter(this::shown)
                .map(electron -> new Helix(electron, Detector.CMS_FIELD).line(Detector.CMS))
                .toList();
        List<Shape.Lines> lines = new ArrayList<>();
        lines.add(new Shape.Lines("tracks", tracks.tracks(settings.trackPt())));
        lines.add(new Shape.Lines("muons", ofMuons));
        lines.add(new Shape.Lines("electrons", ofElectrons));
        lines.removeIf(kind -> kind.lines().isEmpty() && !kind.label().equals("tracks"));
        return lines;
    }

    private static List<Shape.Points> vertices(Event event) {
        Shape.Points vertices = Places.points("vertices", new Lists(event).vectors("Vertices_pos"));
        return vertices.x().length == 0 ? List.of() : List.of(vertices);
    }

    private List<Lepton> leptons(Event event) {
        return Stream.concat(of(event, "GlobalMuons", false).stream(), of(event, "GsfElectrons", true).stream())
                .filter(this::shown)
                .toList();
    }

    private boolean shown(Lepton lepton) {
        return lepton.drawable() && lepton.pt() >= settings.leptonPt();
    }

    /** All leptons of a collection. */
    private static List<Lepton> of(Event event, String collection, boolean electrons) {
        Lists lists = new Lists(event);
        double[] pt = lists.numbers(collection + "_pt");
        double[] eta = lists.numbers(collection + "_eta");
        double[] phi = lists.numbers(collection + "_phi");
        double[] charge = lists.numbers(collection + "_charge");
        int count = Math.min(Math.min(pt.length, eta.length), Math.min(phi.length, charge.length));
        List<Lepton> leptons = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            leptons.add(new Lepton(electrons, charge[i], pt[i], eta[i], phi[i]));
        }
        return leptons;
    }
}
