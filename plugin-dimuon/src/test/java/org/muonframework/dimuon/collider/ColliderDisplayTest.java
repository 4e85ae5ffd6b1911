package org.muonframework.dimuon.collider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muonframework.data.format.TableFile;
import org.muonframework.dimuon.RealData;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.BatchReader;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.display.Event;
import org.muonframework.spi.display.EventDisplay;
import org.muonframework.spi.figure.Scene;
import org.muonframework.spi.figure.Shape;

@DisplayName("The displays of events at a collider")
class ColliderDisplayTest {

    private static final EventDisplay LEPTONS = new ColliderDisplay(new ColliderSettings(3.8, 3, 6.25, 7.3, 10.8));
    private static final EventDisplay CMS = new CmsEventDisplay(new CmsEventSettings(1, 5, 2));

    @ParameterizedTest
    @CsvSource({
        "cms-csv/Zmumu.csv, 2",
        "cms-csv/dimuon_2-5GeV.csv, 2",
        "cms-csv/Wmunu_2010.csv, 1",
        "cms-csv/4mu_2011.csv, 4",
        "root/uproot-Zmumu.root, 2",
        "hdf5/dimuons_hepfile.h5, 2"
    })
    @DisplayName("know the layouts of public files with one number in a row")
    void layouts(String name, int leptons) {
        Event event = event(name, LEPTONS);

        assertThat(lines(LEPTONS.scene(event))).hasSize(leptons);
    }

    @ParameterizedTest
    @CsvSource({"root/nano_dy.root, Muon_pt", "hdf5/dimuons_100k.hdf5, muons_px", "root/uproot-HZZ.root, Muon_Px"})
    @DisplayName("know those with lists, and draw every muon and electron with some transverse momentum")
    void lists(String name, String column) {
        TableFile file = RealData.table(name);
        assertThat(LEPTONS.objection(file.schema())).isEmpty();
        assertThat(LEPTONS.columns(file.schema())).contains(column);
        Event event = event(name, LEPTONS);

        int muons = event.numbers(column).length;
        assertThat(lines(LEPTONS.scene(event))).hasSizeGreaterThanOrEqualTo(muons);
    }

    @Test
    @DisplayName("find the mass of four leptons that the file has")
    void mass() {
        TableFile file = RealData.table("cms-csv/2e2mu_2012.csv");
        List<String> titles = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        try (BatchReader reader = file.open(Set.copyOf(file.schema().names()))) {
            Batch batch = reader.next().orElseThrow();
            for (int row = 0; row < 20; row++) {
                titles.add(LEPTONS.scene(new Event(batch, row)).title());
                expected.add(Double.toString(batch.column("M").doubleAt(row)));
            }
        }

        for (int row = 0; row < 20; row++) {
            assertThat(titles.get(row)).startsWith("e⁺e⁻μ⁺μ⁻ of ");
            double mass = Double.parseDouble(expected.get(row));
            assertThat(Double.parseDouble(titles.get(row).split(" ")[2]))
                    .as("row %d", row + 1)
                    .isCloseTo(mass, within(0.01));
        }
    }

    @Test
    @DisplayName("say what they need")
    void objections() {
        Schema other =
                Schema.of(List.of(ColumnSpec.of("pt1", ColumnType.DOUBLE), ColumnSpec.of("eta1", ColumnType.INT)));

        assertThat(LEPTONS.objection(other)).hasValueSatisfying(reason -> assertThat(reason)
                .startsWith("needs leptons: numbers such as pt1, eta1, phi1, Q1"));
        assertThat(CMS.objection(other))
                .hasValue("needs the tracks of a CMS event file (.ig), and there is no Tracks_pt");
    }

    @Test
    @DisplayName("draw the four muons of a CMS event through the places that the file has, and tracks above 1 GeV")
    void cms() {
        Event event = event("other/4lepton.ig", CMS);
        Scene scene = CMS.scene(event);

        assertThat(scene.title()).startsWith("μ⁺μ⁺μ⁻μ⁻ of 122.6");
        assertThat(scene.caption()).contains("27 of 163 tracks", "μ⁺ of p_{T} 30.7 GeV");
        assertThat(of(scene, "muons").lines()).hasSize(4);
        assertThat(of(scene, "tracks").lines()).hasSize(27);
        Shape.Boxes cells = (Shape.Boxes) scene.shapes().get(0);
        assertThat(Arrays.stream(cells.values()).min().orElseThrow()).isBetween(2.0, 3.0);
    }

    @Test
    @DisplayName("have helices that agree in the tracker with the measured places of muons in 3.8 T")
    void helices() {
        Event event = event("other/4lepton.ig", CMS);
        CmsTracks tracks = CmsTracks.of(event);
        for (int muon = 0; muon < 4; muon++) {
            Lepton lepton = new Lepton(
                    false,
                    event.numbers("GlobalMuons_charge")[muon],
                    event.numbers("GlobalMuons_pt")[muon],
                    event.numbers("GlobalMuons_eta")[muon],
                    event.numbers("GlobalMuons_phi")[muon]);
            Helix helix = new Helix(lepton, 3.8);
            Helix straight = new Helix(lepton, 0);
            Shape.Line line = tracks.muon(muon).get(0);
            double away = 0;
            double awayStraight = 0;
            for (int i = 0; i < line.x().length; i++) {
                double r = Math.hypot(line.x()[i], line.y()[i]);
                if (r < 1.1 && Math.abs(line.z()[i]) < 2.8) {
                    away = Math.max(away, distance(helix.at(helix.wayOut(r, 100)), line, i));
                    awayStraight = Math.max(awayStraight, distance(straight.at(r), line, i));
                }
            }
            assertThat(away).as("muon %d: m across the beam", muon).isLessThan(0.003);
            assertThat(awayStraight).as("muon %d without field", muon).isGreaterThan(2 * away);
        }
    }

    @Test
    @DisplayName("draw a curve between the ends of a track that begins and ends in the measured directions")
    void curve() {
        List<double[]> places = CmsTracks.curve(
                new double[] {0, 0, 0}, new double[] {2, 0, 0}, new double[] {1, 1, 0}, new double[] {0, 3, 0});

        assertThat(places.get(0)).containsExactly(0, 0, 0);
        assertThat(places.get(places.size() - 1)).containsExactly(new double[] {1, 1, 0}, within(1e-12));
        assertThat(places.get(1)[1]).isLessThan(0.2 * places.get(1)[0]);
    }

    private static double distance(double[] at, Shape.Line line, int i) {
        return Math.hypot(at[0] - line.x()[i], at[1] - line.y()[i]);
    }

    private static Shape.Lines of(Scene scene, String label) {
        return scene.shapes().stream()
                .filter(shape -> shape.label().equals(label))
                .map(Shape.Lines.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static List<Shape.Line> lines(Scene scene) {
        return scene.shapes().stream()
                .filter(Shape.Lines.class::isInstance)
                .flatMap(shape -> ((Shape.Lines) shape).lines().stream())
                .toList();
    }

    /** The first row, as far as the display reads it. */
    private static Event event(String name, EventDisplay display) {
        TableFile file = RealData.table(name);
        assertThat(display.objection(file.schema())).isEmpty();
        try (BatchReader reader = file.open(display.columns(file.schema()))) {
            return new Event(reader.next().orElseThrow(), 0);
        }
    }
}
