package org.muonframework.dimuon.higgs.spectrum;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.muonframework.dimuon.higgs.FourLeptonProcess;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.Metric;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.metric.Sample;
import org.muonframework.spi.model.Task;

/**
 * Of the nominal sample, under the key {@code stage} ({@code all} and, with an efficiency, {@code selected}): {@code
 * expected-signal}, {@code expected-background} and {@code signal-to-background} in the window; the {@code threshold};
 * {@code peak-median} and {@code peak-width-68} of H and Z → 4ℓ under the key {@code peak}. Figures {@code
 * m4l-expected}, {@code m4l-expected-selected}.
 *
 * <p>Of a variation, which is taken for data: {@code observed}, {@code scaled-signal} and {@code scaled-background} in
 * the window, {@code observed-all} of the whole range and the {@code expectation-scale}. Figures {@code m4l-data},
 * {@code m4l-data-selected}.
 */
final class FourLeptonSpectrum implements Metric {

    private static final List<FourLeptonProcess> PEAKS = List.of(FourLeptonProcess.HIGGS, FourLeptonProcess.Z_TO_FOUR);

    private final FourLeptonSpectrumSettings settings;
    private final long seed;

    FourLeptonSpectrum(FourLeptonSpectrumSettings settings, long seed) {
        this.settings = settings;
        this.seed = seed;
    }

    @Override
    public List<String> columns() {
        return List.of(settings.mass(), settings.process());
    }

    @Override
    public boolean needsModel() {
        return settings.efficiency().isPresent();
    }

    @Override
    public boolean judgesVariations() {
        return true;
    }

    @Override
    public Optional<String> objection(Task task) {
        return settings.efficiency().isPresent() && task.classes().size() != 2
                ? Optional.of("efficiency needs two classes, of which the second is H")
                : Optional.empty();
    }

    @Override
    public MetricResult evaluate(Evaluation evaluation) {
        Optional<ScoreCut> cut =
                settings.efficiency().map(efficiency -> ScoreCut.of(evaluation.reference(), settings, efficiency));
        return evaluation.nominal().isPresent() ? ofData(evaluation, cut) : ofExpectation(evaluation, cut);
    }

    private MetricResult ofExpectation(Evaluation evaluation, Optional<ScoreCut> cut) {
        Part part = evaluation.evaluated();
        Sample sample = evaluation.evaluatedSample();
        List<MetricValue> values = new ArrayList<>();
        List<Figure> figures = new ArrayList<>();
        for (Stage stage : stages(cut)) {
            Expectation expected = Expectation.of(sample, settings, passes(stage, cut, sample));
            figures.add(new SpectrumFigure(settings, stage, words(stage, cut), expected).ofExpectation());
            double background = expected.background().sum();
            values.add(staged(expected.signal().expected("expected-signal", part), stage));
            values.add(staged(expected.background().expected("expected-background", part), stage));
            if (background > 0) {
                double ratio = expected.signal().sum() / background;
                values.add(staged(MetricValue.of("signal-to-background", part, ratio), stage));
            }
        }
        cut.ifPresent(found -> values.add(MetricValue.of("threshold", part, found.threshold())));
        new PeakShapes(settings, sample, seed).addTo(values, PEAKS);
        return new MetricResult(values, figures, missing(sample));
    }

    private MetricResult ofData(Evaluation evaluation, Optional<ScoreCut> cut) {
        Part part = evaluation.evaluated();
        Sample data = evaluation.evaluatedSample();
        Sample simulated = evaluation.reference().evaluatedSample();
        Count all = Observation.of(data, settings, ScoreCut.all(data)).total();
        Count expectedAll =
                Expectation.of(simulated, settings, ScoreCut.all(simulated)).total();
        double scale = settings.scaleToData() && expectedAll.sum() > 0 ? all.sum() / expectedAll.sum() : 1;
        List<MetricValue> values = new ArrayList<>();
        List<Figure> figures = new ArrayList<>();
        List<String> notes = new ArrayList<>(missing(data));
        values.add(all.counted("observed-all", part));
        values.add(scale(scale, all, part));
        for (Stage stage : stages(cut)) {
            Observation observed = Observation.of(data, settings, passes(stage, cut, data));
            Expectation expected = Expectation.of(simulated, settings, passes(stage, cut, simulated))
                    .times(scale);
            figures.add(new SpectrumFigure(settings, stage, words(stage, cut), expected).ofData(observed, "data"));
            values.add(staged(observed.window().counted("observed", part), stage));
            values.add(staged(expected.signal().expected("scaled-signal", part), stage));
            values.add(staged(expected.background().expected("scaled-background", part), stage));
            notes.add(String.format(
                    Locale.ROOT,
                    "%s%s: %.0f events (68 %% interval of the mean %.1f to %.1f); expected %.2f of H and %.2f of"
                            + " background, multiplied by %.3f",
                    settings.windowWords(),
                    stage.words,
                    observed.window().sum(),
                    observed.window().interval().low(),
                    observed.window().interval().high(),
                    expected.signal().sum(),
                    expected.background().sum(),
                    scale));
        }
        return new MetricResult(values, figures, notes);
    }

    /** With the uncertainty of the number of events in the data, where that is what it follows. */
    private MetricValue scale(double scale, Count all, Part part) {
        MetricValue value = MetricValue.of("expectation-scale", part, scale);
        return settings.scaleToData() && all.sum() > 0
                ? value.within(
                        scale * all.interval().low() / all.sum(),
                        scale * all.interval().high() / all.sum())
                : value;
    }

    private static List<Stage> stages(Optional<ScoreCut> cut) {
        return cut.isPresent() ? List.of(Stage.ALL, Stage.SELECTED) : List.of(Stage.ALL);
    }

    private static boolean[] passes(Stage stage, Optional<ScoreCut> cut, Sample sample) {
        return stage == Stage.SELECTED ? cut.orElseThrow().passes(sample) : ScoreCut.all(sample);
    }

    private String words(Stage stage, Optional<ScoreCut> cut) {
        return stage == Stage.ALL
                ? ""
                : String.format(
                        Locale.ROOT,
                        "; events with a score of at least %.3f, which %.3g %% of H in the window have",
                        cut.orElseThrow().threshold(),
                        100 * settings.efficiency().orElseThrow());
    }

    private static MetricValue staged(MetricValue value, Stage stage) {
        return value.with("stage", stage.key());
    }

    private List<String> missing(Sample sample) {
        double[] masses = sample.columns().get(settings.mass());
        int missing = 0;
        for (double mass : masses) {
            missing += Double.isNaN(mass) ? 1 : 0;
        }
        return missing == 0
                ? List.of()
                : List.of("rows without a mass of four leptons, which are in no count: " + missing);
    }
}
