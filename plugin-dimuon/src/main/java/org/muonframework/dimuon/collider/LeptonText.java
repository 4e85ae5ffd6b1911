package org.muonframework.dimuon.collider;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.muonframework.physics.Kinematics;

/** Leptons in words. */
final class LeptonText {

    private static final int MOST = 8;

    private LeptonText() {}

    /** The leptons with their momenta, largest first: {@code μ⁺ of pT 45.2 GeV at η 0.31, φ −1.20}. */
    static String list(List<Lepton> leptons) {
        if (leptons.isEmpty()) {
            return "No muon and no electron.";
        }
        String list = leptons.stream()
                .sorted((a, b) -> Double.compare(b.pt(), a.pt()))
                .limit(MOST)
                .map(lepton -> String.format(
                        Locale.ROOT,
                        "%s of p_{T} %.1f GeV at η %.2f, φ %.2f",
                        lepton.symbol(),
                        lepton.pt(),
                        lepton.eta(),
                        lepton.phi()))
                .collect(Collectors.joining("; "));
        int more = leptons.size() - MOST;
        return list + (more > 0 ? "; and " + more + " more." : ".");
    }

    /** {@code μ⁺μ⁻ of 90.9 GeV}; what there is where there are not two to four of them. */
    static String title(List<Lepton> leptons) {
        if (leptons.size() < 2 || leptons.size() > 4) {
            return leptons.size() + (leptons.size() == 1 ? " lepton" : " leptons");
        }
        String symbols = leptons.stream().map(Lepton::symbol).sorted().collect(Collectors.joining());
        double mass = Kinematics.mass(
                leptons.stream().mapToDouble(Lepton::px).sum(),
                leptons.stream().mapToDouble(Lepton::py).sum(),
                leptons.stream().mapToDouble(Lepton::pz).sum(),
                leptons.stream().mapToDouble(Lepton::energy).sum());
        return String.format(Locale.ROOT, "%s of %.2f GeV", symbols, mass);
    }
}
