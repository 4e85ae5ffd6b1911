package org.muonframework.dimuon.higgs.pairing;

import java.util.Arrays;
import org.muonframework.physics.FourVectors;

/**
 * What follows from the leptons of Z1 and Z2, row by row.
 *
 * <p>Angles as in Y. Gao et al., Phys. Rev. D 81 (2010) 075022, figure 1: θ* between Z1 and the beam where the four
 * leptons are at rest, θ1 between the negative lepton of Z1 and the direction opposite to Z2 where Z1 is at rest, θ2
 * likewise.
 */
record FourLeptonKinematics(FourLeptons leptons) {

    /** m4l, both masses, pT and y of all four, cos θ*, cos θ1 and cos θ2. */
    double[][] numbers() {
        FourVectors z1 = FourVectors.sum(leptons.at(0), leptons.at(1));
        FourVectors z2 = FourVectors.sum(leptons.at(2), leptons.at(3));
        FourVectors all = FourVectors.sum(z1, z2);
        FourVectors resting = z1.inRestFrameOf(all);
        double[] cosThetaStar = new double[all.size()];
        double[] rapidity = new double[all.size()];
        for (int row = 0; row < cosThetaStar.length; row++) {
            cosThetaStar[row] = resting.pz()[row] / momentum(resting, row);
            double e = all.e()[row];
            double pz = all.pz()[row];
            rapidity[row] = 0.5 * Math.log((e + pz) / (e - pz));
        }
        return new double[][] {
            all.mass(),
            z1.mass(),
            z2.mass(),
            all.pt(),
            rapidity,
            cosThetaStar,
            cosTheta(leptons.at(0), z1, z2),
            cosTheta(leptons.at(2), z2, z1)
        };
    }

    private static double[] cosTheta(FourVectors negative, FourVectors own, FourVectors other) {
        FourVectors lepton = negative.inRestFrameOf(own);
        FourVectors away = other.inRestFrameOf(own);
        double[] result = new double[own.size()];
        Arrays.setAll(
                result,
                row -> -(lepton.px()[row] * away.px()[row]
                                + lepton.py()[row] * away.py()[row]
                                + lepton.pz()[row] * away.pz()[row])
                        / (momentum(lepton, row) * momentum(away, row)));
        return result;
    }

    private static double momentum(FourVectors vectors, int row) {
        double px = vectors.px()[row];
        double py = vectors.py()[row];
        double pz = vectors.pz()[row];
        return Math.sqrt(px * px + py * py + pz * pz);
    }
}
