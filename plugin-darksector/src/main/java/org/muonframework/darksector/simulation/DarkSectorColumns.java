package org.muonframework.darksector.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;

/** All columns of the simulation. */
final class DarkSectorColumns {

    /** Half of the window around the mass of the Z′ in which a candidate is signal, in GeV. */
    static final double WINDOW = 0.25;

    private DarkSectorColumns() {}

    /** Numbers, features, inputs, masses, truth, label and weight. */
    static List<CandidateColumn> all() {
        List<CandidateColumn> columns = new ArrayList<>();
        columns.add(new CandidateColumn(
                ColumnSpec.of("event", ColumnType.LONG, "", "event number, from 1", ColumnRole.KEY),
                (g, k, r) -> each(g, r, i -> g.events.first + g.start + i + 1),
                false));
        columns.add(CandidateColumn.whole(
                "candidate",
                "0 has muons 1 and 2, 1 has 1 and 4, 2 has 3 and 2, 3 has 3 and 4",
                ColumnRole.INDEX,
                (g, k, r) -> Arrays.fill(r, 0, g.size, k)));
        columns.addAll(CandidateFeatures.all());
        columns.addAll(EventInputs.all());
        columns.add(CandidateColumn.real("mass", "GeV", "mass of the candidate", ColumnRole.SPECTATOR, (g, k, r) ->
                CandidateFeatures.copy(g.pairs[k].mass, g.size, r)));
        columns.add(ofEvent("m4", "GeV", "mass of the four muons", ColumnRole.SPECTATOR, events -> events.mass));
        columns.addAll(truth());
        columns.add(CandidateColumn.whole(
                "label",
                "1 for the pair from the Z' if its mass is within 0.25 GeV of genMass, else 0",
                ColumnRole.LABEL,
                (g, k, r) -> each(g, r, i -> isTruth(g, k, i)
                                && Math.abs(g.pairs[k].mass[i] - g.events.genMass[g.start + i]) < WINDOW
                        ? 1
                        : 0)));
        columns.add(ofEvent(
                "weight",
                "",
                "1 for signal; events expected in the luminosity for background",
                ColumnRole.WEIGHT,
                events -> events.weight));
        return columns;
    }

    private static List<CandidateColumn> truth() {
        return List.of(
                CandidateColumn.whole(
                        "isTruth", "1 if both muons are from the Z', else 0", ColumnRole.TRUTH, (g, k, r) ->
                                each(g, r, i -> isTruth(g, k, i) ? 1 : 0)),
                CandidateColumn.whole(
                        "signalEvent", "1 for all candidates of a signal event", ColumnRole.TRUTH, (g, k, r) ->
                                each(g, r, i -> isSignal(g, i) ? 1 : 0)),
                ofEvent("genMass", "GeV", "mass of the Z', -999 if none", ColumnRole.TRUTH, events -> events.genMass),
                CandidateColumn.whole(
                        "process",
                        "0 signal, 1 double conversion, 2 conversion of radiation, 3 others",
                        ColumnRole.TRUTH,
                        (g, k, r) -> each(g, r, i -> g.events.process[g.start + i])),
                ofEvent(
                        "generated",
                        "",
                        "events generated at this mass before acceptance and selection; 0 for background",
                        ColumnRole.TRUTH,
                        events -> events.generated),
                ofEvent(
                        "sigmaRef",
                        "fb",
                        "cross section at this mass for g' = 1; 0 for background",
                        ColumnRole.TRUTH,
                        events -> events.sigma));
    }

    private static boolean isSignal(CandidateGroup group, int i) {
        return group.events.process[group.start + i] == 0;
    }

    private static boolean isTruth(CandidateGroup group, int candidate, int i) {
        return isSignal(group, i) && group.events.radiated[group.start + i] == candidate;
    }

    private static CandidateColumn ofEvent(
            String name, String unit, String description, ColumnRole role, Function<Events, double[]> values) {
        return CandidateColumn.real(
                name, unit, description, role, (g, k, r) -> EventInputs.range(g, values.apply(g.events), r));
    }

    private static void each(CandidateGroup group, double[] result, IntToDoubleFunction value) {
        for (int i = 0; i < group.size; i++) {
            result[i] = value.applyAsDouble(i);
        }
    }
}
