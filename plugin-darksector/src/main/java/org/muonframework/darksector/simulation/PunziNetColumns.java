package org.muonframework.darksector.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;

/**
 * The columns that the software punzinet trains with (F. Abudinén et al., arXiv:2110.00810), and after them those that
 * make an efficiency of all generated events and a limit on the coupling, which punzinet is told beside its tables.
 *
 * @param windows windows of the mass hypotheses
 */
record PunziNetColumns(MassWindows windows) {

    private static final Map<Integer, String> BACKGROUND =
            Map.of(1, "mumumumu_conversion", 2, "mumumumu_radiation", 3, "others");

    private static final double MEV = 1000;

    /** The four features, in order. */
    private static final List<String> FEATURES = List.of("eRec", "ptPlus", "ptMinus", "helicity");

    List<CandidateColumn> all() {
        List<CandidateColumn> columns = new ArrayList<>();
        columns.add(take("event"));
        columns.add(take("candidate"));
        columns.add(CandidateColumn.text(
                ColumnSpec.of("category", ColumnType.TEXT, "", "mass of the Z', or background", ColumnRole.TRUTH),
                PunziNetColumns::category,
                PunziNetColumns::category));
        columns.add(CandidateColumn.whole(
                "range_idx_low",
                "first mass hypothesis whose window has the candidate, -1 if none",
                ColumnRole.SPECTATOR,
                (g, k, r) -> indices(g, k, r, true)));
        columns.add(CandidateColumn.whole(
                "range_idx_high",
                "last mass hypothesis whose window has the candidate, -2 if none",
                ColumnRole.SPECTATOR,
                (g, k, r) -> indices(g, k, r, false)));
        columns.add(CandidateColumn.event(
                ColumnSpec.of("gen_mass", ColumnType.INT, "MeV", "mass of the Z', -999 if none", ColumnRole.TRUTH),
                PunziNetColumns::genMass));
        columns.add(take("signalEvent").as("sig_m_range"));
        columns.add(take("isTruth").as("labels", ColumnRole.LABEL));
        columns.add(take("mass").as("M"));
        columns.add(CandidateColumn.real(
                "weights",
                "",
                "background: events expected in the luminosity; signal: 1, and 0 for wrong pairs",
                ColumnRole.WEIGHT,
                PunziNetColumns::weight));
        for (int i = 0; i < FEATURES.size(); i++) {
            columns.add(take(FEATURES.get(i)).as("feature_" + (i + 1)));
        }
        columns.add(take("generated"));
        columns.add(take("sigmaRef"));
        return columns;
    }

    private static CandidateColumn take(String name) {
        return DarkSectorColumns.all().stream()
                .filter(column -> column.spec().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The mass in MeV of signal, the negative code of the process of background. */
    private static void category(CandidateGroup group, double[] result) {
        genMass(group, result);
        for (int i = 0; i < group.size; i++) {
            double process = group.events.process[group.start + i];
            result[i] = process == 0 ? result[i] : -process;
        }
    }

    private static String category(double code) {
        return code > 0 ? (int) code + "MeV" : BACKGROUND.get((int) -code);
    }

    private static void genMass(CandidateGroup group, double[] result) {
        for (int i = 0; i < group.size; i++) {
            double mass = group.events.genMass[group.start + i];
            result[i] = mass == Events.NO_MASS ? mass : Math.rint(MEV * mass);
        }
    }

    private static void weight(CandidateGroup group, int candidate, double[] result) {
        for (int i = 0; i < group.size; i++) {
            int row = group.start + i;
            boolean wrong = group.events.process[row] == 0 && group.events.radiated[row] != candidate;
            result[i] = wrong ? 0 : group.events.weight[row];
        }
    }

    private void indices(CandidateGroup group, int candidate, double[] result, boolean first) {
        double[] mass = group.pairs[candidate].mass;
        for (int i = 0; i < group.size; i++) {
            result[i] = first ? windows.first(mass[i]) : windows.last(mass[i]);
        }
    }
}
