package org.muonframework.dimuon.spinquest.simulation;

import java.util.random.RandomGenerator;
import org.muonframework.dimuon.spinquest.Spectrometer;
import org.muonframework.dimuon.spinquest.VertexRegion;

/**
 * The way of a muon through FMAG, used again for the next: it loses energy evenly, is bent in x and scattered in x and
 * y.
 *
 * <p>The way is that through 20 equal slices, each of which bends and scatters in its middle, by angles that go with
 * 1/p of the muon there. Angles and positions behind the iron are sums over slices, so that those of the scattering are
 * two normal numbers in each plane with a known covariance: no slice needs random numbers of its own.
 */
final class IronPassage {

    /** The hole along the beam in which there is no iron: its depth and radius in cm. */
    static final double HOLE_LENGTH = 25;

    static final double HOLE_RADIUS = 1.27;

    /** Least momentum with which a muon leaves the iron, in GeV. */
    static final double LEAST_MOMENTUM = 4;

    /** With less, in GeV, no muon of any vertex gets through. */
    static final double LEAST_START =
            LEAST_MOMENTUM + EnergyLoss.LEAST * (1 - VertexRegion.DUMP.high() / Spectrometer.FMAG_LENGTH);

    static final int SLICES = 20;

    /** Scattering angle of the whole of FMAG times momentum, in GeV. */
    static final double SCATTERING = 0.255;

    private static final SliceSums SUMS = new SliceSums(SLICES);

    /** What it has lost, in GeV. */
    double loss;

    /** Where and with which momentum it comes out: slopes are px/pz and py/pz. */
    double momentum;

    double x;
    double y;
    double slopeX;
    double slopeY;

    private final double[] sums = new double[5];

    /**
     * Takes a muon from its vertex to the end of FMAG.
     *
     * @param charge 1 or -1
     * @return whether it gets there with enough momentum; the state is undefined if not
     */
    boolean pass(Muon muon, int charge, Vertex vertex, RandomGenerator random) {
        double start = Math.max(vertex.z, 0);
        double share = 1 - start / Spectrometer.FMAG_LENGTH;
        double before = Math.sqrt(muon.px * muon.px + muon.py * muon.py + muon.pz * muon.pz);
        if (vertex.z < VertexRegion.COLLIMATOR.high()) {
            before -= EnergyLoss.inCollimator(random);
        }
        if (!(muon.pz > 0 && before >= LEAST_MOMENTUM + share * EnergyLoss.LEAST)) {
            return false;
        }
        loss = EnergyLoss.inIron(before, share, random);
        momentum = before - loss;
        if (momentum < LEAST_MOMENTUM) {
            return false;
        }
        slopeX = muon.px / muon.pz;
        slopeY = muon.py / muon.pz;
        x = vertex.x + slopeX * (start - vertex.z);
        y = vertex.y + slopeY * (start - vertex.z);
        cross(charge, before, start, share / SLICES, random);
        return true;
    }

    /** The iron from {@code start} on, each slice of which is this share of FMAG. */
    private void cross(int charge, double before, double start, double share, RandomGenerator random) {
        SUMS.at(loss / before, sums);
        double scatter = sums[SliceSums.W2];
        double scatterArm = sums[SliceSums.W2_A];
        double scatterArm2 = sums[SliceSums.W2_A2];
        double slice = share * Spectrometer.FMAG_LENGTH;
        if (inHole(start, slice)) {
            double first = 1 / (1 - 0.5 * loss / (SLICES * before));
            double arm = SLICES - 0.5;
            scatter -= first * first;
            scatterArm -= first * first * arm;
            scatterArm2 -= first * first * arm * arm;
        }
        double kick = charge * Spectrometer.FMAG_KICK * share / before;
        double angle = SCATTERING * Math.sqrt(share) / before;
        double spread = angle * Math.sqrt(scatter);
        double together = angle * scatterArm / Math.sqrt(scatter);
        double apart = angle * Math.sqrt(scatterArm2 - scatterArm * scatterArm / scatter);
        double normalX = random.nextGaussian();
        double normalY = random.nextGaussian();
        double bentX = kick * sums[SliceSums.W_A] + together * normalX + apart * random.nextGaussian();
        double bentY = together * normalY + apart * random.nextGaussian();
        x += slice * (SLICES * slopeX + bentX);
        y += slice * (SLICES * slopeY + bentY);
        slopeX += kick * sums[SliceSums.W] + spread * normalX;
        slopeY += spread * normalY;
    }

    /** Whether the middle of the first slice is in the hole, where nothing scatters; that of the second never is. */
    private boolean inHole(double start, double slice) {
        double middleX = x + slopeX * slice / 2;
        double middleY = y + slopeY * slice / 2;
        return start + slice / 2 < HOLE_LENGTH && middleX * middleX + middleY * middleY < HOLE_RADIUS * HOLE_RADIUS;
    }
}
