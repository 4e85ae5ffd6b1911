package org.muonframework.data.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.muonframework.data.ColumnsDataset;
import org.muonframework.physics.Constants;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.data.Schema;

/** Energies, momenta and transverse momenta that do not belong together. */
class FourVectorFaultsTest {

    private static final int ROWS = 1000;

    private final RandomGenerator random = new RandomStreams(5).stream("lint", 0);
    private final double[] px = column(i -> 20 * random.nextGaussian());
    private final double[] py = column(i -> 20 * random.nextGaussian());
    private final double[] pz = column(i -> 90 * random.nextGaussian());
    private final double[] t = column(i -> random.nextGaussian());

    private static double[] column(IntToDoubleFunction value) {
        return IntStream.range(0, ROWS).mapToDouble(value).toArray();
    }

    private double energy(int i, double mass) {
        return Math.sqrt(px[i] * px[i] + py[i] * py[i] + pz[i] * pz[i] + mass * mass);
    }

    private ColumnsDataset particle(String before, String after, double[] e, double[] pt) {
        return new ColumnsDataset()
                .with("id", ColumnRole.KEY, column(i -> i))
                .with("t", t)
                .with(before + "E" + after, e)
                .with(before + "px" + after, px)
                .with(before + "py" + after, py)
                .with(before + "pz" + after, pz)
                .with(before + "pt" + after, pt);
    }

    private double[] goodPt() {
        return column(i -> Math.hypot(px[i], py[i]));
    }

    @Test
    void namesAreFoundWithWhatStandsBeforeAndAfter() {
        assertThat(FourVectorNames.in(Schema.of(specs("E1", "px1", "py1", "pz1", "pt1", "px2", "pxMiss"))))
                .containsExactly(new FourVectorNames(
                        "px1",
                        "py1",
                        Optional.of("pz1"),
                        Optional.of("E1"),
                        Optional.of("pt1"),
                        Optional.empty(),
                        false));
        assertThat(FourVectorNames.in(Schema.of(specs("Muon_Px", "Muon_Py", "Muon_Pz", "Muon_E"))))
                .containsExactly(new FourVectorNames(
                        "Muon_Px",
                        "Muon_Py",
                        Optional.of("Muon_Pz"),
                        Optional.of("Muon_E"),
                        Optional.empty(),
                        Optional.empty(),
                        true));
        assertThat(FourVectorNames.in(Schema.of(specs("jet_px", "jet_py", "jet_mass", "muonpx"))))
                .containsExactly(new FourVectorNames(
                        "jet_px",
                        "jet_py",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("jet_mass"),
                        false));
    }

    @Test
    void fourVectorsThatFitGiveNoFindingInSinglePrecisionEither() {
        double[] e = column(i -> (float) energy(i, Constants.MUON_MASS));

        assertThat(Linted.of(particle("Muon_", "", e, goodPt()))
                        .features("Muon_pt")
                        .targets("t")
                        .findings())
                .isEmpty();
    }

    @Test
    void anEnergyBelowTheMomentumIsFoundForAnyParticle() {
        double[] e = column(i -> energy(i, 5) * (i % 10 == 3 ? 0.9 : 1));

        assertThat(Linted.of(particle("", "1", e, goodPt()))
                        .features("px1")
                        .targets("t")
                        .findings("energy-momentum"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.columns()).containsExactly("E1", "px1", "py1", "pz1"))
                .satisfies(finding -> assertThat(finding.count()).isBetween(90L, 100L))
                .satisfies(finding -> assertThat(finding.example()).contains(new Place("memory", 4)));
    }

    @Test
    void anEnergyInAnotherUnitIsFoundForAMuon() {
        double[] e = column(i -> 1000 * energy(i, Constants.MUON_MASS));

        assertThat(Linted.of(particle("mu_", "", e, goodPt()))
                        .features("mu_px")
                        .targets("t")
                        .findings("energy-momentum"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.count()).isEqualTo(ROWS));
    }

    @Test
    void aTransverseMomentumOfAnotherFitIsFound() {
        double[] pt = column(i -> Math.hypot(px[i], py[i]) * (i % 10 == 3 ? 1.02 : 1.005));

        assertThat(Linted.of(particle("", "1", column(i -> energy(i, 0.1)), pt))
                        .features("pt1")
                        .targets("t")
                        .findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.check()).isEqualTo("transverse-momentum"))
                .satisfies(finding -> assertThat(finding.columns()).containsExactly("pt1", "px1", "py1"))
                .satisfies(finding -> assertThat(finding.count()).isEqualTo(ROWS / 10));
    }

    @Test
    void aParticleOfWhichNothingIsUsedIsNotRead() {
        ColumnsDataset data = particle("", "1", column(i -> 0), goodPt()).with("x", column(i -> random.nextGaussian()));

        assertThat(Linted.of(data).features("x").targets("t").findings()).isEmpty();
    }

    private static List<ColumnSpec> specs(String... names) {
        return List.of(names).stream()
                .map(name -> ColumnSpec.of(name, ColumnType.DOUBLE))
                .toList();
    }
}
