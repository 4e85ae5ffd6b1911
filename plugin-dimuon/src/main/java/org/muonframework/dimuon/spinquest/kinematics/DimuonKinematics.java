package org.muonframework.dimuon.spinquest.kinematics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.Metric;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.metric.Sample;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.problem.Suggestions;
import org.muonframework.stats.Interval;
import org.muonframework.stats.Intervals;
import org.muonframework.stats.Quantiles;

/**
 * Values on the evaluated part, of each target, x1, x2 and xF by its key {@code target}: {@code response} and {@code
 * prior-driven-fraction} ({@link Response}) of all; those of {@link Residuals} of x1, x2 and xF; {@code pull-coverage}
 * (the part of pulls between −1 and 1), {@code pull-width-68} and {@code pull-median} of the mass ({@link MassPull}).
 * Figures, see {@link KinematicsFigures}.
 */
final class DimuonKinematics implements Metric {

    /** The part of the rows from which on the width of all of them is the prior's too. */
    private static final double MANY = 0.25;

    private final DimuonKinematicsSettings settings;
    private final long seed;

    DimuonKinematics(DimuonKinematicsSettings settings, long seed) {
        this.settings = settings;
        this.seed = seed;
    }

    @Override
    public List<String> columns() {
        return settings.reference().values().stream().distinct().sorted().toList();
    }

    @Override
    public Optional<String> objection(Task task) {
        if (!task.targets().containsAll(PairQuantities.NEEDED)) {
            return Optional.of("needs the targets px, py, pz and mass of a pair");
        }
        List<String> names = Stream.concat(task.targets().stream(), PairQuantities.DERIVED.stream())
                .toList();
        return unknown("reference", settings.reference().keySet(), names)
                .or(() -> unknown("logarithmic", settings.logarithmic(), names));
    }

    private static Optional<String> unknown(String key, Collection<String> given, List<String> names) {
        return new TreeSet<>(given)
                .stream()
                        .filter(name -> !names.contains(name))
                        .findFirst()
                        .map(name -> key + " names '" + name + "', which is not among " + String.join(", ", names) + "."
                                + Suggestions.didYouMean(name, names));
    }

    @Override
    public MetricResult evaluate(Evaluation evaluation) {
        Found found = new Found(evaluation.evaluated());
        PairQuantities rows = quantities(evaluation, evaluation.evaluatedSample());
        List<Quantity> like = quantities(
                        evaluation.reference(), evaluation.reference().evaluatedSample())
                .all();
        rows.derived().forEach(quantity -> new Residuals(quantity, seed).judge(found));
        KinematicsFigures figures = new KinematicsFigures(settings, evaluation, found);
        Map<Quantity, Response> responses = new LinkedHashMap<>();
        List<Quantity> all = rows.all();
        for (int i = 0; i < all.size(); i++) {
            Quantity quantity = all.get(i);
            Optional<String> problem = quantity.problem().or(like.get(i)::problem);
            if (problem.isPresent()) {
                found.addMissing(found.value("response", quantity.name(), Double.NaN), problem.get());
                continue;
            }
            figures.overlay(quantity, like.get(i));
            if (PairQuantities.DERIVED.contains(quantity.name())) {
                figures.residuals(quantity);
            }
            responses.put(quantity, Response.of(quantity, settings.places()));
        }
        responses(responses, found);
        figures.responses(responses);
        pull(evaluation, rows.target(PairQuantities.MASS), figures, found);
        return found.result();
    }

    private PairQuantities quantities(Evaluation evaluation, Sample sample) {
        return new PairQuantities(evaluation, sample, settings.reference());
    }

    private static void responses(Map<Quantity, Response> responses, Found found) {
        List<String> driven = new ArrayList<>();
        responses.forEach((quantity, response) -> {
            String name = quantity.name();
            if (response.places().isEmpty()) {
                MetricValue missing = found.value("response", name, Double.NaN);
                found.addMissing(missing, "68 % of predictions are equal to the truth");
                return;
            }
            found.add(found.value("response", name, response.median()));
            found.add(found.value("prior-driven-fraction", name, response.priorDriven()));
            if (response.priorDriven() >= MANY) {
                driven.add(String.format(
                        Locale.ROOT,
                        "%s (%.0f %% of the rows, median slope %.2f)",
                        name,
                        100 * response.priorDriven(),
                        response.median()));
            }
        });
        if (!driven.isEmpty()) {
            found.warn("The width of predicted − true is driven by the spectrum that the model was trained on, and is"
                    + " no resolution, for " + String.join(", ", driven)
                    + ": predictions follow the truth with a slope below ½, and another spectrum gives another width.");
        }
    }

    private void pull(Evaluation evaluation, Quantity mass, KinematicsFigures figures, Found found) {
        Evaluation nominal = evaluation.reference();
        Sample calibration = Stream.of(Part.VALIDATION, Part.TRAINING)
                .filter(part -> part != nominal.evaluated())
                .flatMap(part -> nominal.sample(part).stream())
                .findFirst()
                .orElse(nominal.evaluatedSample());
        Quantity known = quantities(nominal, calibration).target(PairQuantities.MASS);
        Optional<String> problem = mass.problem().or(known::problem);
        if (problem.isPresent()) {
            found.addMissing(found.value("pull-width-68", PairQuantities.MASS, Double.NaN), problem.get());
            return;
        }
        double[] pulls = MassPull.of(known, settings.pullBins()).pulls(mass);
        for (double pull : pulls) {
            if (!Double.isFinite(pull)) {
                found.addMissing(
                        found.value("pull-width-68", PairQuantities.MASS, Double.NaN),
                        "68 % of predictions are equal to the truth");
                return;
            }
        }
        found.add(coverage(pulls, mass.weights(), found));
        Quantiles quantiles = Quantiles.of(pulls, mass.weights());
        found.add(found.value(
                "pull-width-68",
                PairQuantities.MASS,
                quantiles.halfWidth68(),
                quantiles.error(Quantiles::halfWidth68, seed)));
        found.add(found.value(
                "pull-median", PairQuantities.MASS, quantiles.median(), quantiles.error(Quantiles::median, seed)));
        String part = calibration.part().label();
        found.note("The error of a mass is what 68 % of |predicted − true| are below on the " + part
                + " part, in bins of the predicted mass.");
        figures.pulls(mass, pulls);
    }

    private static MetricValue coverage(double[] pulls, double[] weights, Found found) {
        double[] sums = new double[4];
        for (int row = 0; row < pulls.length; row++) {
            double w = weights[row];
            boolean covered = Math.abs(pulls[row]) <= 1;
            sums[0] += covered ? w : 0;
            sums[1] += covered ? w * w : 0;
            sums[2] += w;
            sums[3] += w * w;
        }
        Interval interval = Intervals.weighted(sums[0], sums[1], sums[2], sums[3], Intervals.ONE_SIGMA);
        return found.value("pull-coverage", PairQuantities.MASS, sums[0] / sums[2])
                .within(interval.low(), interval.high());
    }
}
