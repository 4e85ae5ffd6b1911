package org.muonframework.dimuon.spinquest.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.dimuon.spinquest.Spectrometer;
import org.muonframework.dimuon.spinquest.simulation.PairKind;
import org.muonframework.dimuon.spinquest.simulation.RegionMix;
import org.muonframework.dimuon.spinquest.simulation.SpinQuestSettings;
import org.muonframework.dimuon.spinquest.simulation.SpinQuestSimulation;
import org.muonframework.dimuon.spinquest.swim.SwimBack;
import org.muonframework.dimuon.spinquest.swim.SwimPath;
import org.muonframework.dimuon.spinquest.swim.SwimSettings;
import org.muonframework.spi.Context;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.BatchReader;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.Dataset;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.display.Event;
import org.muonframework.spi.display.EventDisplay;
import org.muonframework.spi.figure.Scene;
import org.muonframework.spi.figure.Shape;

@DisplayName("The display of SpinQuest")
class SpinQuestDisplayTest {

    private static final SwimSettings MEAN = new SwimSettings(3.13, 7.6, 0.017);
    private static final int EVENTS = 200;

    private final EventDisplay display = new SpinQuestDisplayProvider().create(MEAN, Context.standalone(1, 1));
    private final Dataset pairs = new SpinQuestSimulation()
            .create(
                    new SpinQuestSettings(EVENTS, PairKind.FLAT, RegionMix.BALANCED, List.of(), true),
                    Context.standalone(1, 1));

    private List<Event> events(Set<String> columns) {
        List<Event> events = new ArrayList<>();
        try (BatchReader reader = pairs.open(columns)) {
            Batch batch = reader.next().orElseThrow();
            for (int row = 0; row < batch.rows(); row++) {
                events.add(new Event(batch, row));
            }
        }
        return events;
    }

    private static Shape.Line line(Scene scene, String label) {
        return scene.shapes().stream()
                .filter(shape -> shape.label().equals(label))
                .map(shape -> ((Shape.Lines) shape).lines().get(0))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("draws each muon through its places at stations 1 and 3, from the height of the true vertex on")
    void stations() {
        for (Event event : events(display.columns(pairs.schema()))) {
            Scene scene = display.scene(event);
            for (String sign : List.of("Pos", "Neg")) {
                Shape.Line line = line(scene, sign.equals("Pos") ? "μ⁺" : "μ⁻");
                int last = line.z().length - 1;

                assertThat(new double[] {line.x()[last], line.y()[last], line.z()[last]})
                        .containsExactly(
                                event.number("x3" + sign), event.number("y3" + sign), event.number("z3" + sign));
                assertThat(new double[] {line.x()[last - 2], line.y()[last - 2], line.z()[last - 2]})
                        .containsExactly(
                                event.number("x1" + sign), event.number("y1" + sign), event.number("z1" + sign));
                assertThat(line.z()[0]).isCloseTo(event.number("vz"), within(1e-9));
                assertThat(line.z()).isSorted();
            }
        }
    }

    @Test
    @DisplayName("bends each muon in KMAG by the kick of the magnet, 0.386 GeV")
    void kmag() {
        for (Event event : events(Set.copyOf(pairs.schema().names()))) {
            Shape.Line line = line(display.scene(event), "μ⁺");
            int kmag = line.z().length - 2;

            assertThat(line.z()[kmag]).isEqualTo(Spectrometer.KMAG);
            double behind = (line.x()[kmag + 1] - line.x()[kmag]) / (line.z()[kmag + 1] - line.z()[kmag]);
            double before = (line.x()[kmag] - line.x()[kmag - 1]) / (line.z()[kmag] - line.z()[kmag - 1]);
            double kick = behind * event.number("pz3Pos") - before * event.number("pz1Pos");
            assertThat(kick).isCloseTo(0.386, within(0.05));
        }
    }

    @Test
    @DisplayName("goes back through the iron as swim-back does: both find the same place at its vertex")
    void sameAsSwimBack() {
        for (Event event : events(display.columns(pairs.schema()))) {
            MeasuredTrack positive = MeasuredTrack.of(event, "Pos");
            MeasuredTrack negative = MeasuredTrack.of(event, "Neg");
            SwimBack.Found found = new SwimBack(MEAN)
                    .find(positive.station1(), negative.station1())
                    .orElseThrow();
            if (found.z() < Spectrometer.FMAG_LENGTH) {
                double plus =
                        new SwimPath(MEAN).of(positive.station1(), 1, found.z()).get(0)[0];
                double minus = new SwimPath(MEAN)
                        .of(negative.station1(), -1, found.z())
                        .get(0)[0];

                assertThat(found.x()).isBetween(Math.min(plus, minus) - 1e-9, Math.max(plus, minus) + 1e-9);
            }
        }
    }

    @Test
    @DisplayName("says where the pair was made, and by its tracks; without the truth begins at the tracks' vertex")
    void caption() {
        Set<String> measured = display.columns(pairs.schema()).stream()
                .filter(name -> !Set.of("vx", "vy", "vz", "mass").contains(name))
                .collect(Collectors.toSet());
        Event event = events(display.columns(pairs.schema())).get(0);
        Scene known = display.scene(event);
        Scene unknown = display.scene(events(measured).get(0));

        assertThat(known.caption())
                .contains("The pair was made at z = " + Math.round(event.number("vz")) + " cm")
                .contains("By the tracks it was made at z = ");
        assertThat(known.shapes()).extracting(Shape::label).contains("true vertex", "FMAG (iron)", "station 3");
        assertThat(unknown.caption()).doesNotContain("The pair was made");
        Shape.Points vertex = (Shape.Points) unknown.shapes().stream()
                .filter(shape -> shape.label().equals("vertex by the tracks"))
                .findFirst()
                .orElseThrow();
        assertThat(line(unknown, "μ⁺").z()[0]).isCloseTo(vertex.z()[0], within(1e-9));
    }

    @Test
    @DisplayName("names the columns that are missing")
    void missing() {
        Schema fewer = Schema.of(pairs.schema().columns().stream()
                .filter(column -> !column.name().equals("y3Neg"))
                .toList());

        assertThat(display.objection(pairs.schema())).isEmpty();
        assertThat(display.objection(fewer))
                .hasValueSatisfying(reason -> assertThat(reason).endsWith("there is no y3Neg"));
        assertThat(pairs.schema().columns().stream().map(ColumnSpec::name).toList())
                .containsAll(display.columns(pairs.schema()));
    }
}
