package org.muonframework.calorimeter.resolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.DoubleUnaryOperator;
import org.muonframework.spi.RandomStreams;
import org.muonframework.stats.Binning;

/**
 * The resolution of predictions with all that it is compared with.
 *
 * @param fit of the bias
 * @param rows the predictions, not corrected
 * @param tracker the tracker alone, measured
 * @param stages without the correction and, if there is one, with it
 * @param energySums the energy by the sum alone, without the correction and with it; none if not asked for
 */
record Study(
        BiasFit fit, EnergySample rows, ResolutionCurve tracker, List<Stage> stages, List<ResolutionCurve> energySums) {

    /**
     * Computes.
     *
     * @param rows predictions to judge
     * @param calibration those that the correction is fitted to
     */
    static Study of(
            EnergyResolutionSettings settings, RandomStreams random, EnergySample rows, EnergySample calibration) {
        Binning bins = Binning.uniform(settings.bins(), settings.lowest(), settings.highest());
        OptionalLong seed = OptionalLong.of(random.derive("bootstrap", 0));
        double[] tracked = settings.tracker().measure(rows.truth(), random);
        ResolutionCurve tracker = ResolutionCurve.of(rows.with(tracked), bins, seed);
        BiasFit fit = BiasFit.of(calibration, correctionBins(settings), settings.correction());
        List<DoubleUnaryOperator> maps = new ArrayList<>(List.of(DoubleUnaryOperator.identity()));
        if (fit.problem().isEmpty()) {
            maps.add(fit::correct);
        }
        List<Stage> stages = new ArrayList<>();
        for (DoubleUnaryOperator map : maps) {
            EnergySample mapped = rows.map(map);
            ResolutionCurve alone = ResolutionCurve.of(mapped, bins, seed);
            Combination combination = new Combination(
                    settings.tracker(),
                    ResolutionCurve.of(calibration.map(map), bins, OptionalLong.empty()),
                    settings.average(),
                    settings.iterations());
            double[] both = combination.energies(tracked, mapped.energies());
            Stage.Formula formula = new Stage.Formula(
                    combination.resolutions(alone.resolutions(BinResolution::rms), alone.energies()),
                    combination.resolutions(alone.resolutions(BinResolution::central), alone.energies()));
            stages.add(new Stage(!stages.isEmpty(), alone, formula, ResolutionCurve.of(rows.with(both), bins, seed)));
        }
        return new Study(fit, rows, tracker, stages, List.of());
    }

    /**
     * The same beside energies that follow from the energy sum.
     *
     * @param sums of the rows to judge
     * @param calibration of those that the correction is fitted to
     */
    Study beside(EnergyResolutionSettings settings, RandomStreams random, EnergySample sums, EnergySample calibration) {
        OptionalLong seed = OptionalLong.of(random.derive("bootstrap", 0));
        BiasFit ofSums = BiasFit.of(calibration, correctionBins(settings), settings.correction());
        List<ResolutionCurve> curves = new ArrayList<>(List.of(ResolutionCurve.of(sums, tracker.bins(), seed)));
        if (ofSums.problem().isEmpty()) {
            curves.add(ResolutionCurve.of(sums.map(ofSums::correct), tracker.bins(), seed));
        }
        return new Study(fit, rows, tracker, stages, curves);
    }

    /** The bins of the fit. */
    static Binning correctionBins(EnergyResolutionSettings settings) {
        return Binning.uniform(settings.correctionBins(), settings.lowest(), settings.highest());
    }

    /** The energy by the sum alone, in a stage. */
    Optional<ResolutionCurve> energySum(boolean corrected) {
        return energySums.stream().skip(corrected ? 1 : 0).findFirst();
    }

    /** With the correction, or without where there is none. */
    Stage last() {
        return stages.get(stages.size() - 1);
    }
}
