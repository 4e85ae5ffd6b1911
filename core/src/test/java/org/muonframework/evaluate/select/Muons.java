package org.muonframework.evaluate.select;

import com.typesafe.config.ConfigFactory;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.muonframework.config.Problems;
import org.muonframework.config.SettingsBinder;
import org.muonframework.evaluate.Case;
import org.muonframework.spi.MetricProvider;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.metric.Sample;
import org.muonframework.spi.model.Task;

/** Simulated muons with a score, a worse reference variable and a momentum; and metrics set up as a user would. */
record Muons(int[] labels, float[] scores, double[] weights, double[] cut, double[] pt) {

    static final String REFERENCE = "cut > 1";

    /** Signal and background, alternating. The reference selects by a variable that the score knows in part. */
    static Muons simulated(long seed, int n) {
        var random = new SplittableRandom(seed);
        Muons muons = new Muons(new int[n], new float[n], Case.ones(n), new double[n], new double[n]);
        for (int i = 0; i < n; i++) {
            double signal = i % 2;
            double common = random.nextGaussian();
            muons.labels[i] = i % 2;
            muons.pt[i] = 4 + 16 * random.nextDouble();
            muons.cut[i] = common + random.nextGaussian() + 2 * signal > 1 ? 1 : 0;
            double sum = common + 0.5 * random.nextGaussian() + 2 * signal;
            muons.scores[i] = (float) (1 / (1 + Math.exp(1 - sum)));
        }
        return muons;
    }

    Muons weighted(double[] other) {
        return new Muons(labels, scores, other, cut, pt);
    }

    Muons scored(float[] other) {
        return new Muons(labels, other, weights, cut, pt);
    }

    Muons cutting(double[] other) {
        return new Muons(labels, scores, weights, other, pt);
    }

    Muons labelled(int[] other) {
        return new Muons(other, scores, weights, cut, pt);
    }

    Sample as(Part part) {
        return new Sample(
                part, labels, new float[0][], new float[][] {scores}, weights, Map.of(REFERENCE, cut, "pt", pt));
    }

    static Evaluation of(Task task, Sample... samples) {
        ColumnSpec pt = ColumnSpec.of("pt", ColumnType.FLOAT, "GeV", "", ColumnRole.SPECTATOR);
        return new Evaluation(
                "net",
                task,
                Case.HISTORY,
                Arrays.asList(samples),
                samples[samples.length - 1].part(),
                Map.of("pt", pt));
    }

    /** What the metric finds on the test part, with settings as they are written. */
    <S extends Record> MetricResult judge(MetricProvider<S> provider, String settings) {
        return judge(provider, settings, as(Part.TEST));
    }

    static <S extends Record> MetricResult judge(MetricProvider<S> provider, String settings, Sample... samples) {
        return Case.metric(provider, bound(provider, settings)).evaluate(of(Case.TWO, samples));
    }

    /**
     * Settings as they are written.
     *
     * @throws org.muonframework.spi.problem.ConfigurationException if they are refused
     */
    static <S extends Record> S bound(MetricProvider<S> provider, String settings) {
        Problems problems = new Problems();
        Optional<S> bound = new SettingsBinder()
                .bind(ConfigFactory.parseString(settings).root(), "", provider.settings(), Set.of(), problems);
        problems.throwIfAny();
        return bound.orElseThrow();
    }
}
