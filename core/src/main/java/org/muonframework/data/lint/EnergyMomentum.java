package org.muonframework.data.lint;

import java.util.ArrayList;
import java.util.List;
import org.muonframework.physics.Constants;

/**
 * Four-vectors whose energy does not fit: E² = p² + m² where the mass is in the data or the name says that it is a muon,
 * else E ≥ p. One in a thousand is allowed for numbers cut to a few digits, one in a hundred where the mass is known.
 */
final class EnergyMomentum implements Check {

    private static final double ROUNDING = 1e-3;
    private static final double TOLERANCE = 1e-2;
    private static final double FEW = 1e-3;

    private final FourVectorNames names;
    private final FirstPlace faults = new FirstPlace();
    private long all;

    /** Of a particle with energy and three components. */
    EnergyMomentum(FourVectorNames names) {
        this.names = names;
    }

    @Override
    public void look(LintRows rows) {
        Values energies = rows.values(names.energy().orElseThrow());
        double[] e = energies.numbers();
        double[] px = rows.values(names.px()).numbers();
        double[] py = rows.values(names.py()).numbers();
        double[] pz = rows.values(names.pz().orElseThrow()).numbers();
        double[] masses = names.mass().map(name -> rows.values(name).numbers()).orElse(new double[0]);
        int count = Math.min(Math.min(e.length, px.length), Math.min(py.length, pz.length));
        boolean ownMass = masses.length >= count && names.mass().isPresent();
        boolean massKnown = ownMass || names.muon();
        all += count;
        for (int i = 0; i < count; i++) {
            double p2 = px[i] * px[i] + py[i] * py[i] + pz[i] * pz[i];
            boolean wrong = massKnown
                    ? differs(e[i], p2, ownMass ? masses[i] : Constants.MUON_MASS)
                    : e[i] < 0 || e[i] * e[i] < p2 * (1 - 2 * ROUNDING);
            if (wrong) {
                faults.add(energies, i);
            }
        }
    }

    private static boolean differs(double e, double p2, double mass) {
        double expected = Math.sqrt(p2 + mass * mass);
        return Math.abs(e - expected) > TOLERANCE * expected;
    }

    @Override
    public List<Finding> findings() {
        if (faults.count() == 0) {
            return List.of();
        }
        List<String> columns = new ArrayList<>(List.of(
                names.energy().orElseThrow(), names.px(), names.py(), names.pz().orElseThrow()));
        names.mass().ifPresent(columns::add);
        boolean massKnown = names.mass().isPresent() || names.muon();
        return List.of(new Finding(
                "energy-momentum",
                faults.count() > FEW * all ? Severity.WARNING : Severity.NOTE,
                columns,
                faults.count(),
                faults.place(),
                FindingText.share(faults.count(), all, "four-vectors")
                        + (massKnown
                                ? " have an energy more than 1 % from that of their momentum and "
                                        + (names.mass().isPresent() ? "mass" : "the muon's mass")
                                : " have less energy than momentum"),
                "Compute the energy from the momentum: dataset.derive { energy = \"sqrt("
                        + names.px() + "^2 + " + names.py() + "^2 + "
                        + names.pz().orElseThrow() + "^2 + "
                        + names.mass().orElse("0.10566") + "^2)\" }, and look whether all are in one unit."));
    }
}
