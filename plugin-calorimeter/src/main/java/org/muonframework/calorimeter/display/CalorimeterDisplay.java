package org.muonframework.calorimeter.display;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.muonframework.calorimeter.grid.CellGrid;
import org.muonframework.spi.figure.Scene;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.Metric;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.Sample;
import org.muonframework.spi.model.Image;
import org.muonframework.spi.model.Shape;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.problem.Suggestions;
import org.muonframework.spi.train.SparseImages;

/** Shows events of the evaluated part, one for each of some true energies. */
final class CalorimeterDisplay implements Metric {

    private static final Shape GRID = Shape.of(CellGrid.LAYERS, CellGrid.SIDE, CellGrid.SIDE);

    private final CalorimeterDisplaySettings settings;

    CalorimeterDisplay(CalorimeterDisplaySettings settings) {
        this.settings = settings;
    }

    @Override
    public List<String> columns() {
        return List.of(settings.x(), settings.y());
    }

    @Override
    public List<String> images() {
        return List.of(settings.image());
    }

    /** One simulation looks like another. */
    @Override
    public boolean judgesVariations() {
        return false;
    }

    @Override
    public Optional<String> objection(Task task) {
        List<String> targets = task.targets();
        if (targets.isEmpty() || settings.target().isEmpty() && targets.size() > 1) {
            return Optional.of(
                    targets.isEmpty()
                            ? "needs an energy to regress"
                            : "needs 'target', the energy among the targets: " + String.join(", ", targets));
        }
        return settings.target()
                .filter(name -> !targets.contains(name))
                .map(name -> "'target' is '" + name + "', which is no target." + Suggestions.didYouMean(name, targets))
                .or(() -> task.images().stream()
                        .filter(image -> image.name().equals(settings.image()))
                        .map(Image::shape)
                        .filter(shape -> !shape.equals(GRID))
                        .map(shape -> "the calorimeter has " + GRID + " cells, and the image '" + settings.image()
                                + "' has " + shape)
                        .findFirst());
    }

    @Override
    public MetricResult evaluate(Evaluation evaluation) {
        Sample sample = evaluation.evaluatedSample();
        SparseImages cells = sample.images().get(settings.image());
        if (cells == null) {
            return new MetricResult(List.of(), List.of(), List.of("No event is shown: the cells are not at hand."));
        }
        String target = settings.target().orElse(evaluation.task().targets().get(0));
        float[] truth = sample.targets()[evaluation.task().targets().indexOf(target)];
        float[] found = sample.predictions()[evaluation.task().predictionOf(target)];
        List<Integer> rows = settings.energies().stream()
                .flatMap(energy -> nearest(truth, energy).stream().boxed())
                .distinct()
                .toList();
        if (rows.isEmpty()) {
            return new MetricResult(List.of(), List.of(), List.of("No event is shown: none has a true energy."));
        }
        List<Scene> scenes = new ArrayList<>();
        for (int row : rows) {
            EventScene event = new EventScene(
                    cells,
                    row,
                    truth[row],
                    sample.columns().get(settings.x())[row] / 10,
                    sample.columns().get(settings.y())[row] / 10);
            scenes.add(event.scene(
                    "event-" + (scenes.size() + 1),
                    "An event of the " + sample.part().label() + " part, in which " + evaluation.model() + " finds "
                            + EventScene.energy(found[row]) + " for a muon of " + EventScene.energy(truth[row]),
                    settings.threshold(),
                    settings.field()));
        }
        return MetricResult.of(List.of(), List.of()).withScenes(scenes);
    }

    /** The row whose energy is nearest; of equally near ones the first. */
    private static OptionalInt nearest(float[] truth, double energy) {
        return IntStream.range(0, truth.length)
                .filter(row -> Float.isFinite(truth[row]))
                .boxed()
                .min((a, b) -> Double.compare(Math.abs(truth[a] - energy), Math.abs(truth[b] - energy)))
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }
}
