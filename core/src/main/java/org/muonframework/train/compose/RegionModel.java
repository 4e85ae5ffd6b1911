package org.muonframework.train.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.train.FeatureGains;
import org.muonframework.spi.train.Features;
import org.muonframework.spi.train.History;
import org.muonframework.spi.train.LearningCurve;
import org.muonframework.spi.train.Search;
import org.muonframework.spi.train.TrainedModel;

/** One trained model for each region: a row is predicted by that of its region; without one, it has no prediction. */
final class RegionModel implements TrainedModel {

    private final Regions regions;
    private final Task task;
    private final List<TrainedModel> models;

    RegionModel(Regions regions, Task task, List<TrainedModel> models) {
        this.regions = regions;
        this.task = task;
        this.models = List.copyOf(models);
    }

    /** The directory of the model of a region. */
    static String directory(int region) {
        return "region-" + region;
    }

    @Override
    public Task task() {
        return task;
    }

    @Override
    public float[][] predict(Features features) {
        float[] variable = features.columns()[task.features().indexOf(regions.variable())];
        int inputs = models.get(0).task().features().size();
        int[] regionOfRow = regions.of(variable);
        float[][] predictions = new float[task.predictions().size()][features.rows()];
        for (float[] column : predictions) {
            Arrays.fill(column, Float.NaN);
        }
        for (int region = 0; region < models.size(); region++) {
            int wanted = region;
            RowPick pick =
                    RowPick.where(features.rows(), row -> regionOfRow[row] == wanted && !Float.isNaN(variable[row]));
            int[] rows = pick.rows();
            if (rows.length > 0) {
                Features some = new Features(
                        pick.of(features.columns(), inputs), rows.length, pick.ofImages(features.images()));
                float[][] own = models.get(region).predict(some);
                for (int p = 0; p < predictions.length; p++) {
                    for (int i = 0; i < rows.length; i++) {
                        predictions[p][rows[i]] = own[p][i];
                    }
                }
            }
        }
        return predictions;
    }

    /**
     * The courses of all regions beside each other: the part of each curve names its region. The best step and the rate
     * are medians, the time is the sum.
     */
    @Override
    public History history() {
        List<History> histories = models.stream().map(TrainedModel::history).toList();
        List<LearningCurve> curves = IntStream.range(0, histories.size())
                .boxed()
                .flatMap(region -> histories.get(region).curves().stream().map(curve -> of(region, curve)))
                .toList();
        return JoinedHistory.of(histories, curves);
    }

    private LearningCurve of(int region, LearningCurve curve) {
        String part = curve.part().isEmpty() ? "" : curve.part() + ", ";
        return new LearningCurve(curve.quantity(), part + regions.label(region), curve.values());
    }

    @Override
    public List<Search> searches() {
        return IntStream.range(0, models.size())
                .boxed()
                .flatMap(region ->
                        models.get(region).searches().stream().map(search -> search.of(regions.label(region))))
                .toList();
    }

    @Override
    public List<FeatureGains> featureGains() {
        return IntStream.range(0, models.size())
                .boxed()
                .flatMap(region ->
                        models.get(region).featureGains().stream().map(gains -> gains.of(regions.label(region))))
                .toList();
    }

    /** The sum over all regions, if each knows its own. */
    @Override
    public OptionalLong parameters() {
        List<OptionalLong> counts =
                models.stream().map(TrainedModel::parameters).toList();
        return counts.stream().allMatch(OptionalLong::isPresent)
                ? OptionalLong.of(
                        counts.stream().mapToLong(OptionalLong::getAsLong).sum())
                : OptionalLong.empty();
    }

    @Override
    public void save(Path directory) throws IOException {
        for (int region = 0; region < models.size(); region++) {
            models.get(region).save(Files.createDirectory(directory.resolve(directory(region))));
        }
        new RegionFile(regions, task.features(), task.classes(), task.targets(), task.images()).write(directory);
    }

    @Override
    public void close() {
        closeFrom(0);
    }

    /** Closes the others even if one cannot be closed. */
    private void closeFrom(int first) {
        if (first < models.size()) {
            try {
                models.get(first).close();
            } finally {
                closeFrom(first + 1);
            }
        }
    }
}
