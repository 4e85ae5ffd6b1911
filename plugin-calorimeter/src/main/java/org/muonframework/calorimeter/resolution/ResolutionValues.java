package org.muonframework.calorimeter.resolution;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.muonframework.stats.Binning;
import org.muonframework.stats.fit.Estimate;
import org.muonframework.stats.fit.PowerLaw;

/**
 * The values: with the key {@code corrected} = {@code yes} or {@code no}
 *
 * <ul>
 *   <li>{@code mean-improvement}: the mean over the bins of R_t − R, where R_t is the tracker's resolution and R that of
 *       the combination by the formula; {@code mean-improvement-68} of the central 68 %, with the key {@code measure} =
 *       {@code formula}, or {@code events} where both are measured from the energies of single rows
 *   <li>{@code mean-resolution}, {@code mean-resolution-68}: of the calorimeter alone, over the bins whose middle is in
 *       the range asked for; that of the energy sum has the key {@code method} = {@code energy-sum}
 *   <li>with the key {@code bin}: {@code resolution}, {@code resolution-68}, {@code combined-resolution},
 *       {@code combined-resolution-68}
 * </ul>
 *
 * <p>and {@code bias-slope}, {@code bias-offset} and, of a power law, {@code bias-power}.
 */
final class ResolutionValues {

    private final EnergyResolutionSettings settings;
    private final Found found;

    ResolutionValues(EnergyResolutionSettings settings, Found found) {
        this.settings = settings;
        this.found = found;
    }

    void add(Study study) {
        for (int i = study.stages().size() - 1; i >= 0; i--) {
            addImprovement(study.stages().get(i), study.tracker());
        }
        for (int i = study.stages().size() - 1; i >= 0; i--) {
            addMean(
                    study.stages().get(i).alone(),
                    Map.of("corrected", study.stages().get(i).key()));
        }
        for (Stage stage : study.stages()) {
            study.energySum(stage.corrected()).ifPresent(curve -> addMean(curve, energySum(stage)));
        }
        addBias(study.fit());
        for (Stage stage : study.stages()) {
            addBins(stage);
        }
        addBins(study.tracker(), BinResolution::central, "tracker-resolution-68", Map.of("measure", "events"));
        for (Stage stage : study.stages()) {
            study.energySum(stage.corrected()).ifPresent(curve -> {
                addBins(curve, BinResolution::rms, "resolution", energySum(stage));
                addBins(curve, BinResolution::central, "resolution-68", energySum(stage));
            });
        }
    }

    private void addBias(BiasFit fit) {
        PowerLaw law = fit.law();
        if (fit.problem().isPresent()) {
            Map<String, String> corrected = Map.of("corrected", "yes");
            found.addMissing("mean-improvement", corrected, fit.problem().get());
            found.addMissing("mean-resolution", corrected, fit.problem().get());
        }
        if (!law.exists()) {
            found.addMissing("bias-slope", Map.of(), fit.problem().orElseThrow());
            return;
        }
        boolean line = settings.correction() == Correction.LINEAR;
        found.add("bias-slope", law.factor(), line ? "" : "GeV^(1-b)", Map.of());
        if (!line) {
            found.add("bias-power", law.power(), "", Map.of());
        }
        found.add("bias-offset", law.constant(), "GeV", Map.of());
    }

    private void addImprovement(Stage stage, ResolutionCurve tracker) {
        double[] energies = stage.alone().energies();
        double[] byFormula = IntStream.range(0, energies.length)
                .mapToDouble(i -> settings.tracker().resolution(energies[i]))
                .toArray();
        double[] measured = tracker.resolutions(BinResolution::central).stream()
                .mapToDouble(Estimate::value)
                .toArray();
        found.add("mean-improvement", gain(byFormula, stage.formula().rms()), "", keys(stage, "formula"));
        found.add("mean-improvement-68", gain(byFormula, stage.formula().central()), "", keys(stage, "formula"));
        List<Estimate> events = stage.events().resolutions(BinResolution::central);
        found.add("mean-improvement-68", gain(measured, events), "", keys(stage, "events"));
    }

    private static Map<String, String> energySum(Stage stage) {
        return Map.of("corrected", stage.key(), "method", "energy-sum");
    }

    private static Map<String, String> keys(Stage stage, String measure) {
        return Map.of("corrected", stage.key(), "measure", measure);
    }

    private static Estimate gain(double[] tracker, List<Estimate> combined) {
        return mean(
                IntStream.range(0, tracker.length)
                        .mapToObj(i -> new Estimate(
                                tracker[i] - combined.get(i).value(),
                                combined.get(i).error()))
                        .toList(),
                any -> true);
    }

    private void addMean(ResolutionCurve curve, Map<String, String> keys) {
        Binning bins = curve.bins();
        IntPredicate inside = bin -> bins.centre(bin) >= settings.meanFrom() && bins.centre(bin) <= settings.meanTo();
        Estimate rms = mean(curve.resolutions(BinResolution::rms), inside);
        if (Double.isNaN(rms.value())) {
            found.addMissing(
                    "mean-resolution",
                    keys,
                    "no bin with a resolution has its middle from " + Texts.energy(settings.meanFrom()) + " to "
                            + Texts.energy(settings.meanTo()) + " GeV");
        } else {
            found.add("mean-resolution", rms, "", keys);
            found.add("mean-resolution-68", mean(curve.resolutions(BinResolution::central), inside), "", keys);
        }
    }

    /** The mean of those that exist, with the error of independent ones. */
    private static Estimate mean(List<Estimate> estimates, IntPredicate which) {
        List<Estimate> used = IntStream.range(0, estimates.size())
                .filter(which)
                .mapToObj(estimates::get)
                .filter(estimate -> !Double.isNaN(estimate.value()))
                .toList();
        double sum = used.stream().mapToDouble(Estimate::value).sum();
        double squares = used.stream()
                .mapToDouble(estimate -> estimate.error() * estimate.error())
                .sum();
        return new Estimate(sum / used.size(), Math.sqrt(squares) / used.size());
    }

    private void addBins(Stage stage) {
        Map<String, String> corrected = Map.of("corrected", stage.key());
        addBins(stage.alone(), BinResolution::rms, "resolution", corrected);
        addBins(stage.alone(), BinResolution::central, "resolution-68", corrected);
        addFormula(stage, stage.formula().rms(), "combined-resolution");
        addFormula(stage, stage.formula().central(), "combined-resolution-68");
        addBins(stage.events(), BinResolution::central, "combined-resolution-68", keys(stage, "events"));
    }

    private void addFormula(Stage stage, List<Estimate> resolutions, String name) {
        for (int bin = 0; bin < resolutions.size(); bin++) {
            add(name, resolutions.get(bin), stage.alone(), bin, keys(stage, "formula"));
        }
    }

    private void addBins(
            ResolutionCurve curve, Function<BinResolution, Estimate> which, String name, Map<String, String> keys) {
        for (int bin = 0; bin < curve.points().size(); bin++) {
            add(name, which.apply(curve.points().get(bin)), curve, bin, keys);
        }
    }

    private void add(String name, Estimate estimate, ResolutionCurve curve, int bin, Map<String, String> keys) {
        Map<String, String> all = new TreeMap<>(keys);
        all.put("bin", Texts.bin(curve.bins(), bin));
        if (Double.isNaN(estimate.value())) {
            found.addMissing(name, all, curve.points().get(bin).reason());
        } else {
            found.add(name, estimate, "", all);
        }
    }
}
