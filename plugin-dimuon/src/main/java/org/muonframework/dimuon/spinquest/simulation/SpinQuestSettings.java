package org.muonframework.dimuon.spinquest.simulation;

import java.util.List;
import org.muonframework.dimuon.spinquest.VertexRegion;
import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;
import org.muonframework.spi.settings.Range;

/** Settings of {@link SpinQuestSimulation}. */
@Doc("Muon pairs in the spectrometer of SpinQuest, from five regions along the beam.")
public record SpinQuestSettings(
        @Doc("Number of accepted pairs.") @Default("60000") @Range(min = 1, max = 1e12)
        long events,

        @Doc("Which pairs are made: evenly in mass (0.212 to 10 GeV) and xF, or J/ψ, ψ(2S) and Drell–Yan as in data.")
        @Default("flat")
        PairKind kinematics,

        @Doc("Where accepted pairs come from: as in data, or about as many from the target as from the dump.")
        @Default("realistic")
        RegionMix fractions,

        @Doc("Shares of accepted pairs from collimator, upstream air, target, gap and dump, in the place of fractions;"
                + " they are divided by their sum.")
        @Default("[]")
        List<Double> shares,

        @Doc("Whether positions and momenta are measured with errors.") @Default("true")
        boolean smearing) {

    public SpinQuestSettings {
        shares = List.copyOf(shares);
        if (!shares.isEmpty() && !areShares(shares)) {
            throw new IllegalArgumentException("shares = " + shares + " are not five numbers from 0 on, one each for "
                    + String.join(", ", VertexRegion.names()) + ", with at least one above 0");
        }
    }

    private static boolean areShares(List<Double> shares) {
        double sum = sum(shares);
        return shares.size() == VertexRegion.names().size()
                && shares.stream().allMatch(share -> share >= 0)
                && sum > 0
                && sum < Double.POSITIVE_INFINITY;
    }

    private static double sum(List<Double> shares) {
        return shares.stream().mapToDouble(share -> share).sum();
    }

    /** The share of each region; they add up to 1. */
    double[] regionShares() {
        List<Double> chosen = shares.isEmpty() ? fractions.shares() : shares;
        double sum = sum(chosen);
        return chosen.stream().mapToDouble(share -> share / sum).toArray();
    }
}
