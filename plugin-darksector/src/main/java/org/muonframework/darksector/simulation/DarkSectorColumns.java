package org.muonframework.darksector.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
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
        columns.add(CandidateColumn.event(
                ColumnSpec.of("event", ColumnType.LONG, "", "event number, from 1", ColumnRole.KEY),
                DarkSectorColumns::number));
        columns.add(CandidateColumn.whole(
                "candidate",
                "0 has muons 1 and 2, 1 has 1 and 4, 2 has 3 and 2, 3 has 3 and 4",
                ColumnRole.INDEX,
                (g, k, r) -> Arrays.fill(r, 0, g.size, k)));
        columns.addAll(CandidateFeatures.all());
        columns.addAll(EventInputs.all());
        columns.add(CandidateColumn.real(
                "mass",
                "GeV",
                "mass of the candidate",
                ColumnRole.SPECTATOR,
                (g, k, r) -> CandidateFeatures.copy(g.pairs[k].mass, g.size, r)));
        columns.add(ofEvent("m4", "GeV", "mass of the four muons", ColumnRole.SPECTATOR, events -> events.mass));
        columns.addAll(truth());
        columns.add(CandidateColumn.whole(
                "label",
                "1 for the pair from the Z' if its mass is within 0.25 GeV of genMass, else 0",
                ColumnRole.LABEL,
                DarkSectorColumns::label));
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
                        "isTruth",
                        "1 if both muons are from the Z', else 0",
                        ColumnRole.TRUTH,
                        DarkSectorColumns::isTruth),
                CandidateColumn.event(
                        whole("signalEvent", "1 for all candidates of a signal event"), DarkSectorColumns::isSignal),
                ofEvent("genMass", "GeV", "mass of the Z', -999 if none", ColumnRole.TRUTH, events -> events.genMass),
                CandidateColumn.event(
                        whole("process", "0 signal, 1 double conversion, 2 conversion of radiation, 3 others"),
                        (g, r) -> EventInputs.range(g, g.events.process, r)),
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

    private static void number(CandidateGroup group, double[] result) {
        for (int i = 0; i < group.size; i++) {
            result[i] = group.events.first + group.start + i + 1;
        }
    }

    private static void isSignal(CandidateGroup group, double[] result) {
        double[] process = group.events.process;
        for (int i = 0; i < group.size; i++) {
            result[i] = process[group.start + i] == 0 ? 1 : 0;
        }
    }

    private static void isTruth(CandidateGroup group, int candidate, double[] result) {
        isSignal(group, result);
        int[] radiated = group.events.radiated;
        for (int i = 0; i < group.size; i++) {
            result[i] = radiated[group.start + i] == candidate ? result[i] : 0;
        }
    }

    private static void label(CandidateGroup group, int candidate, double[] result) {
        isTruth(group, candidate, result);
        double[] mass = group.pairs[candidate].mass;
        double[] genMass = group.events.genMass;
        for (int i = 0; i < group.size; i++) {
            result[i] = Math.abs(mass[i] - genMass[group.start + i]) < WINDOW ? result[i] : 0;
        }
    }

    private static ColumnSpec whole(String name, String description) {
        return ColumnSpec.of(name, ColumnType.INT, "", description, ColumnRole.TRUTH);
    }

    private static CandidateColumn ofEvent(
            String name, String unit, String description, ColumnRole role, Function<Events, double[]> values) {
        return CandidateColumn.event(
                ColumnSpec.of(name, ColumnType.DOUBLE, unit, description, role),
                (g, r) -> EventInputs.range(g, values.apply(g.events), r));
    }
}
