package org.muonframework.softmuon.simulation;

import java.util.List;
import java.util.random.RandomGenerator;
import org.muonframework.stats.random.BetaLaw;
import org.muonframework.stats.random.GammaLaw;

/**
 * Jets, and in each a muon or a hadron that will become one: η is normal within ±2.5, φ uniform, the jet's pT is 25 GeV
 * and a gamma variable above, and pT = z × that of the jet.
 *
 * @param etaWidth standard deviation of η
 * @param jetPt the jet's pT above 25 GeV
 * @param origins where the muon comes from; the shares are those before any selection
 */
record JetProduction(double etaWidth, GammaLaw jetPt, List<Origin> origins) {

    /** Largest |η| of a muon or jet. */
    static final double MAX_ETA = 2.5;

    /** Least pT of a jet in GeV. */
    static final double MIN_JET_PT = 25;

    JetProduction {
        origins = List.copyOf(origins);
    }

    /**
     * One origin of muons.
     *
     * @param share share of this origin
     * @param z share of the jet's momentum, of the muon or of the hadron that will decay
     */
    record Origin(MuonSource source, double share, BetaLaw z) {}

    /** Jets with a muon of a b or c hadron. */
    static JetProduction heavyFlavour(Generator generator) {
        return new JetProduction(
                1.15,
                new GammaLaw(1.6, 32),
                List.of(
                        new Origin(MuonSource.BOTTOM, 0.58, generator.z(1.6, 6.5)),
                        new Origin(MuonSource.BOTTOM_TO_CHARM, 0.25, generator.z(1.3, 10)),
                        new Origin(MuonSource.CHARM, 0.17, generator.z(1.3, 8))));
    }

    /**
     * Jets with a pion or kaon that will decay. The nominal share of kaons, 0.38, follows from K/π ≈ 0.13, the
     * branching ratio 0.636 of K → μν and decay lengths of 7.5 m/GeV (K) and 55.9 m/GeV (π).
     */
    static JetProduction lightHadrons(Generator generator) {
        BetaLaw z = generator.z(1.1, 11);
        return new JetProduction(
                1.3,
                new GammaLaw(1.5, 26),
                List.of(
                        new Origin(MuonSource.KAON, generator.kaonShare(), z),
                        new Origin(MuonSource.PION, 1 - generator.kaonShare(), z)));
    }

    /** Produces a jet with a muon, which may still be a hadron. */
    void produce(Candidate muon, RandomGenerator random) {
        do {
            muon.eta = etaWidth * random.nextGaussian();
        } while (Math.abs(muon.eta) >= MAX_ETA);
        double e = Math.exp(muon.eta);
        muon.coshEta = (e + 1 / e) / 2;
        muon.sinhEta = (e - 1 / e) / 2;
        muon.phi = Math.PI * (2 * random.nextDouble() - 1);
        muon.jetPt = MIN_JET_PT + jetPt.draw(random);
        Origin origin = origin(random);
        muon.source = origin.source();
        muon.producedPt = muon.jetPt * origin.z().draw(random);
    }

    private Origin origin(RandomGenerator random) {
        double left = random.nextDouble();
        int last = origins.size() - 1;
        for (int i = 0; i < last; i++) {
            left -= origins.get(i).share();
            if (left < 0) {
                return origins.get(i);
            }
        }
        return origins.get(last);
    }
}
