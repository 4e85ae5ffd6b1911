package org.muonframework.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs only where Debian's python3-sklearn and python3-scipy are installed; elsewhere the stored numbers stand. */
@DisplayName("Statistics agree with scikit-learn and scipy")
class IndependentImplementationTest {

    private static final Path PYTHON = Path.of("/usr/bin/python3");
    private static final String SCRIPT = """
            import sys, numpy as np
            from scipy import stats
            from sklearn import metrics
            x, y, s, w = np.loadtxt(sys.argv[1], unpack=True)
            a, b = x[s == 1], x[s == 0]
            cov = np.cov(x, y, aweights=w)
            edges = np.arange(4.5, 15, 2)
            counts = [np.histogram(v, edges)[0] for v in (a, b)]
            for name, value in {
                'auc': metrics.roc_auc_score(s, x),
                'weighted-auc': metrics.roc_auc_score(s, x, sample_weight=w),
                'ks': stats.ks_2samp(a, b).statistic,
                'chi2': stats.chi2_contingency(counts, correction=False)[0],
                'chi2-p': stats.chi2_contingency(counts, correction=False)[1],
                'pearson': cov[0, 1] / np.sqrt(cov[0, 0] * cov[1, 1]),
                'spearman': stats.spearmanr(x, y)[0],
                'spearman-copies': stats.spearmanr(np.repeat(x, w.astype(int)), np.repeat(y, w.astype(int)))[0],
            }.items():
                print(name, repr(float(value)))
            """;

    @Test
    void on_rows_with_weights_and_ties(@TempDir Path folder) throws Exception {
        int n = 2000;
        var random = new SplittableRandom(1);
        double[] x = new double[n];
        double[] y = new double[n];
        boolean[] signal = new boolean[n];
        double[] weights = new double[n];
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            signal[i] = random.nextDouble() < 0.4;
            x[i] = Math.max(0, Math.min(19, Math.rint(9 + 2.5 * random.nextGaussian() + (signal[i] ? 1 : 0))));
            y[i] = Math.rint(x[i] + 4 * random.nextGaussian());
            weights[i] = 1 + random.nextInt(4);
            lines.add(String.format(Locale.ROOT, "%s %s %d %s", x[i], y[i], signal[i] ? 1 : 0, weights[i]));
        }
        Map<String, Double> theirs = python(folder, lines);
        double[] ones = ones(n);
        double[] a = where(x, signal, true);
        double[] b = where(x, signal, false);
        Binning binning = Binning.uniform(5, 4.5, 14.5);
        ChiSquare test = ChiSquare.homogeneity(
                Histogram.of(binning, a, ones(a.length)), Histogram.of(binning, b, ones(b.length)));
        Map<String, Double> ours = Map.of(
                "chi2", test.value(),
                "chi2-p", test.pValue(),
                "auc", Roc.of(x, signal, ones).auc(),
                "weighted-auc", Roc.of(x, signal, weights).auc(),
                "ks", KolmogorovSmirnov.of(a, ones(a.length), b, ones(b.length)).distance(),
                "pearson", correlation(x, y, weights).pearson()[0][1],
                "spearman", correlation(x, y, ones).spearman()[0][1],
                "spearman-copies", correlation(x, y, weights).spearman()[0][1]);
        ours.forEach((name, value) -> assertThat(value).as(name).isCloseTo(theirs.get(name), within(1e-11)));
    }

    private static Correlation correlation(double[] x, double[] y, double[] weights) {
        float[][] columns = new float[2][x.length];
        for (int i = 0; i < x.length; i++) {
            columns[0][i] = (float) x[i];
            columns[1][i] = (float) y[i];
        }
        return new Correlation(columns, weights, IntStream.range(0, x.length).toArray());
    }

    private static double[] where(double[] values, boolean[] signal, boolean side) {
        return IntStream.range(0, values.length)
                .filter(i -> signal[i] == side)
                .mapToDouble(i -> values[i])
                .toArray();
    }

    private static double[] ones(int n) {
        return IntStream.range(0, n).mapToDouble(i -> 1).toArray();
    }

    private static Map<String, Double> python(Path folder, List<String> rows) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(PYTHON), "there is no " + PYTHON);
        Path table = Files.write(folder.resolve("rows.txt"), rows);
        Path script = Files.writeString(folder.resolve("statistics.py"), SCRIPT);
        Path output = folder.resolve("numbers.txt");
        Process process = new ProcessBuilder(PYTHON.toString(), script.toString(), table.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        String text = Files.readString(output, StandardCharsets.UTF_8);
        assumeTrue(!text.contains("ModuleNotFoundError"), "python3-sklearn or python3-scipy is not installed");
        assertThat(process.exitValue()).as(text).isZero();
        return text.lines()
                .map(line -> line.split(" "))
                .collect(Collectors.toMap(words -> words[0], words -> Double.valueOf(words[1])));
    }
}
