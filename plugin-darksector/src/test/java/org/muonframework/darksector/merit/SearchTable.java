package org.muonframework.darksector.merit;

import com.typesafe.config.ConfigFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.muonframework.config.Problems;
import org.muonframework.config.SettingsBinder;
import org.muonframework.spi.Context;
import org.muonframework.spi.MetricProvider;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.metric.Sample;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.train.History;

/** Candidate tables written down by hand or drawn from simple laws, and metrics set up as a user would. */
public final class SearchTable {

    public static final Task TASK = new Task(List.of("x"), List.of("background", "signal"), List.of());

    /** One candidate. */
    private record Row(double event, double mass, double genMass, int label, double score, double weight) {}

    private final List<Row> rows = new ArrayList<>();
    private double generated = 1000;
    private double sigmaRef = 1e5;
    private int events;

    /** Four signal events at 2 GeV, three of which pass 0.5; four of background, one with two rows in the window. */
    static SearchTable small() {
        return new SearchTable()
                .generated(10)
                .signal(2, 2.01, .9)
                .signal(2, 1.99, .8)
                .signal(2, 2.02, .7)
                .signal(2, 1.98, .3)
                .background(25, new double[] {1.9, 2.1, 5}, .6, .7, .9)
                .background(25, new double[] {2.2, 7}, .5, .9)
                .background(25, new double[] {2.24, 7}, .2, .9)
                .background(25, new double[] {2.26, 1.74}, .9, .9);
    }

    public SearchTable generated(double number) {
        generated = number;
        return this;
    }

    public SearchTable sigmaRef(double femtobarn) {
        sigmaRef = femtobarn;
        return this;
    }

    /** A signal event with its true candidate and a wrong one. */
    public SearchTable signal(double genMass, double mass, double score) {
        rows.add(new Row(events, mass, genMass, Math.abs(mass - genMass) < 0.25 ? 1 : 0, score, 1));
        rows.add(new Row(events++, genMass + 0.1, genMass, 0, score, 1));
        return this;
    }

    /** A background event with these candidates, all of the same weight. */
    public SearchTable background(double weight, double[] masses, double... scores) {
        for (int i = 0; i < masses.length; i++) {
            rows.add(new Row(events, masses[i], -999, 0, scores[i], weight));
        }
        events++;
        return this;
    }

    /**
     * Draws {@code n} signal events at each mass, with a resolution of 10 MeV, and {@code backgrounds} background
     * events of two candidates between 0 and 10 GeV. Scores are normal distributed, mapped to 0 to 1; that of the
     * signal is larger by {@code separation} standard deviations.
     */
    public SearchTable drawn(long seed, int n, int backgrounds, double weight, double separation, double... masses) {
        SplittableRandom random = new SplittableRandom(seed);
        for (double mass : masses) {
            for (int i = 0; i < n; i++) {
                signal(mass, mass + 0.01 * random.nextGaussian(), logistic(random.nextGaussian() + separation));
            }
        }
        for (int i = 0; i < backgrounds; i++) {
            background(
                    weight,
                    new double[] {10 * random.nextDouble(), 10 * random.nextDouble()},
                    logistic(random.nextGaussian()),
                    logistic(random.nextGaussian()));
        }
        return this;
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /** The same with every score changed. */
    public SearchTable rescored(UnaryOperator<Double> change) {
        rows.replaceAll(
                row -> new Row(row.event, row.mass, row.genMass, row.label, change.apply(row.score), row.weight));
        return this;
    }

    /** The same with the weight of all background rows changed. */
    public SearchTable reweighted(UnaryOperator<Double> change) {
        rows.replaceAll(row -> row.genMass > 0
                ? row
                : new Row(row.event, row.mass, row.genMass, row.label, row.score, change.apply(row.weight)));
        return this;
    }

    public Sample as(Part part) {
        int n = rows.size();
        Map<String, double[]> columns = new HashMap<>();
        columns.put("event", rows.stream().mapToDouble(Row::event).toArray());
        columns.put("mass", rows.stream().mapToDouble(Row::mass).toArray());
        columns.put(
                "genMass", rows.stream().mapToDouble(row -> (float) row.genMass).toArray());
        columns.put(
                "generated",
                rows.stream()
                        .mapToDouble(row -> row.genMass > 0 ? generated : 0)
                        .toArray());
        columns.put(
                "sigmaRef",
                rows.stream().mapToDouble(row -> row.genMass > 0 ? sigmaRef : 0).toArray());
        float[] scores = new float[n];
        for (int i = 0; i < n; i++) {
            scores[i] = (float) rows.get(i).score;
        }
        return new Sample(
                part,
                rows.stream().mapToInt(Row::label).toArray(),
                new float[0][],
                new float[][] {scores},
                rows.stream().mapToDouble(Row::weight).toArray(),
                columns);
    }

    /** What a metric finds on the last of the samples, with settings as they are written. */
    public static <S extends Record> MetricResult judge(
            MetricProvider<S> provider, String settings, Sample... samples) {
        return provider.create(bound(provider, settings), Context.standalone(1, 1))
                .evaluate(evaluation(samples));
    }

    public static Evaluation evaluation(Sample... samples) {
        return new Evaluation(
                "net",
                TASK,
                new History("epoch", List.of(), 1, 1, 1),
                Arrays.asList(samples),
                samples[samples.length - 1].part(),
                Map.of());
    }

    /**
     * Settings as they are written.
     *
     * @throws org.muonframework.spi.problem.ConfigurationException if they are refused
     */
    public static <S extends Record> S bound(MetricProvider<S> provider, String settings) {
        Problems problems = new Problems();
        Optional<S> bound = new SettingsBinder()
                .bind(ConfigFactory.parseString(settings).root(), "", provider.settings(), Set.of(), problems);
        problems.throwIfAny();
        return bound.orElseThrow();
    }

    /** The one value of this name with just these keys beside {@code note}, as {@code "mass=1"}. */
    public static MetricValue value(MetricResult result, String name, String... keys) {
        List<MetricValue> found = result.values().stream()
                .filter(value -> value.name().equals(name))
                .filter(value -> value.without("note").keys().size() == keys.length)
                .filter(value -> Arrays.stream(keys).allMatch(key -> key.substring(key.indexOf('=') + 1)
                        .equals(value.keys().get(key.substring(0, key.indexOf('='))))))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " values " + name + " " + List.of(keys) + " in " + result.values());
        }
        return found.get(0);
    }
}
