package org.muonframework.dimuon.spinquest.swim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.muonframework.dimuon.Sample;
import org.muonframework.dimuon.spinquest.VertexRegion;
import org.muonframework.dimuon.spinquest.simulation.PairKind;
import org.muonframework.dimuon.spinquest.simulation.RegionMix;
import org.muonframework.dimuon.spinquest.simulation.SpinQuestSettings;
import org.muonframework.dimuon.spinquest.simulation.SpinQuestSimulation;
import org.muonframework.spi.Context;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.BatchReader;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.Dataset;
import org.muonframework.spi.data.Transform;

@DisplayName("The transform swim-back")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SwimColumnsTest {

    private static final int EVENTS = 20_000;
    private static final List<String> TRUTH =
            List.of("vx", "vy", "vz", "px", "py", "pz", "mass", "x1", "x2", "xF", "label");

    private final Transform transform =
            new SwimBackProvider().create(new SwimSettings(3.13, 7.6, 0.017), Context.standalone(1, 1));
    private final Map<String, double[]> found = found();

    /** Truth and what the transform makes of simulated pairs with the shares of data. */
    private Map<String, double[]> found() {
        Dataset dataset = new SpinQuestSimulation()
                .create(
                        new SpinQuestSettings(EVENTS, PairKind.FLAT, RegionMix.REALISTIC, List.of(), true),
                        Context.standalone(1, 2));
        Set<String> needed = Stream.concat(transform.inputs().stream().map(Transform.Input::name), TRUTH.stream())
                .collect(Collectors.toSet());
        Map<String, List<double[]>> parts = new HashMap<>();
        try (BatchReader reader = dataset.open(needed)) {
            for (Optional<Batch> batch = reader.next(); batch.isPresent(); batch = reader.next()) {
                Map<String, Column> columns = new HashMap<>(transform.apply(batch.get()));
                Batch rows = batch.get();
                TRUTH.forEach(name -> columns.put(name, rows.column(name)));
                columns.forEach((name, column) -> parts.computeIfAbsent(name, key -> new ArrayList<>())
                        .add(IntStream.range(0, rows.rows())
                                .mapToDouble(column::doubleAt)
                                .toArray()));
            }
        }
        return parts.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().stream()
                .flatMapToDouble(Arrays::stream)
                .toArray()));
    }

    @Test
    @DisplayName("tells the region of 94 to 97 % of the pairs of data, hardly more than are from the dump")
    void accuracy() {
        double[] label = found.get("label");
        double[] swum = found.get("swimLabel");
        double right =
                IntStream.range(0, EVENTS).filter(i -> label[i] == swum[i]).count() / (double) EVENTS;
        assertThat(right).isBetween(0.94, 0.97);
    }

    @Test
    @DisplayName("finds the vertex to 21 cm along the beam, the mass to 0.32 GeV and x₁ to 0.018")
    void resolution() {
        assertThat(width("swimVz", "vz")).isCloseTo(21, within(2.0));
        assertThat(width("swimMass", "mass")).isCloseTo(0.32, within(0.03));
        assertThat(width("swimX1", "x1")).isCloseTo(0.018, within(0.002));
        assertThat(width("swimPz", "pz")).isCloseTo(2.2, within(0.2));
        assertThat(width("swimVx", "vx")).isCloseTo(1.1, within(0.1));
    }

    private double width(String found, String truth) {
        double[] swum = this.found.get(found);
        double[] expected = this.found.get(truth);
        return Sample.width68(IntStream.range(0, EVENTS)
                .mapToDouble(i -> swum[i] - expected[i])
                .toArray());
    }

    @Test
    @DisplayName("reads the tracks at station 1, and makes ten numbers and a class")
    void schema() {
        assertThat(transform.inputs())
                .extracting(Transform.Input::name)
                .containsExactly(
                        "x1Pos", "y1Pos", "z1Pos", "px1Pos", "py1Pos", "pz1Pos", "x1Neg", "y1Neg", "z1Neg", "px1Neg",
                        "py1Neg", "pz1Neg");
        assertThat(transform.columns())
                .extracting(ColumnSpec::name)
                .containsExactly(
                        "swimVx",
                        "swimVy",
                        "swimVz",
                        "swimPx",
                        "swimPy",
                        "swimPz",
                        "swimMass",
                        "swimX1",
                        "swimX2",
                        "swimXF",
                        "swimLabel");
    }

    @Test
    @DisplayName("gives no number and the class -1 where a track is no number")
    void noTrack() {
        Map<String, Column> columns = new HashMap<>();
        for (Transform.Input input : transform.inputs()) {
            columns.put(
                    input.name(), new Column.Doubles(new double[] {input.name().startsWith("pz") ? 30 : 1, -999}));
        }
        columns.put("z1Pos", new Column.Doubles(new double[] {594, 594}));
        columns.put("z1Neg", new Column.Doubles(new double[] {594, 594}));

        Map<String, Column> made = transform.apply(new Batch(2, columns, "pairs.root", 1));

        assertThat(made)
                .containsOnlyKeys(
                        transform.columns().stream().map(ColumnSpec::name).toList());
        assertThat(made.get("swimVz").doubleAt(1)).isNaN();
        assertThat(made.get("swimLabel").longAt(1)).isEqualTo(-1);
        assertThat(made.get("swimVz").doubleAt(0)).isFinite();
        assertThat(made.get("swimLabel").longAt(0)).isBetween(0L, (long) VertexRegion.DUMP.ordinal());
    }
}
