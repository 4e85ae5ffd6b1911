package org.muonframework.stats.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.data.format.Tables;
import org.muonframework.stats.Binning;
import org.muonframework.stats.Histogram;

@DisplayName("Peaks of muon pairs of opposite charge in open data of CMS")
class RealPeaksTest {

    @Test
    void show_the_z() throws IOException {
        FitResult result = fit(
                fromAngles("Zmumu.csv"),
                Binning.uniform(40, 80, 100),
                PeakModel.of(Signal.BREIT_WIGNER, Background.LINEAR).withWidth(2.4952));
        FittedPeak peak = result.peaks().get(0);
        assertThat(peak.mass().value()).isCloseTo(91.19, within(0.5));
        assertThat(peak.mass().error()).isBetween(0.02, 0.05);
        assertThat(peak.resolution().value()).isBetween(1.0, 1.5);
        assertThat(peak.yield().value()).isBetween(7000.0, 8000.0);
        assertThat(result.chiSquarePerDegree()).isBetween(0.6, 1.5);
    }

    @Test
    void show_the_natural_width_of_the_z_beside_the_resolution() throws IOException {
        FitResult result = fit(
                fromAngles("Zmumu.csv"),
                Binning.uniform(40, 80, 100),
                PeakModel.of(Signal.BREIT_WIGNER, Background.LINEAR));
        Estimate width = result.peaks().get(0).width();
        assertThat(width.value()).isCloseTo(2.4952, within(4 * width.error()));
    }

    @Test
    void show_the_j_psi() throws IOException {
        FitResult result = fit(
                fromMomenta("dimuon-Jpsi.csv"),
                Binning.uniform(60, 2.8, 3.4),
                PeakModel.of(Signal.GAUSSIAN, Background.LINEAR));
        assertThat(result.peaks().get(0).mass().value()).isCloseTo(3.0969, within(0.010));
        assertThat(result.chiSquarePerDegree()).isBetween(0.6, 1.5);
    }

    @Test
    void show_three_states_of_the_upsilon() throws IOException {
        FitResult result = fit(
                fromMomenta("Ymumu.csv"),
                Binning.uniform(90, 8.5, 11.5),
                PeakModel.of(Signal.CRYSTAL_BALL, Background.QUADRATIC).near(9.46, 10.02, 10.36));
        List<FittedPeak> peaks = result.peaks();
        assertThat(peaks.get(0).mass().value()).isCloseTo(9.4603, within(0.020));
        assertThat(peaks.get(1).mass().value()).isCloseTo(10.0233, within(0.030));
        assertThat(peaks.get(2).mass().value()).isCloseTo(10.3552, within(0.040));
        assertThat(peaks.get(0).yield().value())
                .isGreaterThan(peaks.get(1).yield().value());
        assertThat(result.chiSquarePerDegree()).isBetween(0.6, 1.4);
    }

    private static FitResult fit(double[] masses, Binning binning, PeakModel model) {
        double[] ones = new double[masses.length];
        Arrays.fill(ones, 1);
        FitResult result = PeakFitter.fit(Histogram.of(binning, masses, ones), model);
        assertThat(result.problem()).isEmpty();
        return result;
    }

    private static double[] fromAngles(String file) throws IOException {
        return rows(file, "Q1", "Q2", "pt1", "pt2", "eta1", "eta2", "phi1", "phi2").stream()
                .filter(row -> row[0] * row[1] < 0)
                .mapToDouble(row ->
                        Math.sqrt(2 * row[2] * row[3] * (Math.cosh(row[4] - row[5]) - Math.cos(row[6] - row[7]))))
                .toArray();
    }

    private static double[] fromMomenta(String file) throws IOException {
        return rows(file, "Q1", "Q2", "E1", "E2", "px1", "px2", "py1", "py2", "pz1", "pz2").stream()
                .filter(row -> row[0] * row[1] < 0)
                .mapToDouble(row -> {
                    double energy = row[2] + row[3];
                    double x = row[4] + row[5];
                    double y = row[6] + row[7];
                    double z = row[8] + row[9];
                    return Math.sqrt(energy * energy - x * x - y * y - z * z);
                })
                .toArray();
    }

    private static List<double[]> rows(String file, String... columns) throws IOException {
        List<String> lines = Files.readAllLines(Tables.real("cms-csv/" + file));
        List<String> names = Arrays.asList(lines.get(0).split(","));
        int[] at = Arrays.stream(columns).mapToInt(names::indexOf).toArray();
        return lines.stream()
                .skip(1)
                .map(line -> line.split(","))
                .map(cells -> Arrays.stream(at)
                        .mapToDouble(i -> Double.parseDouble(cells[i]))
                        .toArray())
                .toList();
    }
}
