package org.muonframework.train.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.train.Ensemble;
import org.muonframework.spi.train.FeatureGains;
import org.muonframework.spi.train.Features;
import org.muonframework.spi.train.History;
import org.muonframework.spi.train.Search;
import org.muonframework.spi.train.TrainedModel;

/** One trained model for each region: a row is predicted by that of its region; without one, it has no prediction. */
final class RegionModel implements TrainedModel {

    private final Regions regions;
    private final Task task;
    private final NamedParts parts;

    RegionModel(Regions regions, Task task, List<TrainedModel> models) {
        this.regions = regions;
        this.task = task;
        parts = new NamedParts(
                models,
                IntStream.range(0, regions.count()).mapToObj(regions::label).toList());
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
        int inputs = parts.models().get(0).task().features().size();
        int[] regionOfRow = regions.of(variable);
        float[][] predictions = new float[task.predictions().size()][features.rows()];
        for (float[] column : predictions) {
            Arrays.fill(column, Float.NaN);
        }
        for (int region = 0; region < regions.count(); region++) {
            int wanted = region;
            RowPick pick =
                    RowPick.where(features.rows(), row -> regionOfRow[row] == wanted && !Float.isNaN(variable[row]));
            int[] rows = pick.rows();
            if (rows.length > 0) {
                Features some = new Features(
                        pick.of(features.columns(), inputs), rows.length, pick.ofImages(features.images()));
                float[][] own = parts.models().get(region).predict(some);
                for (int p = 0; p < predictions.length; p++) {
                    for (int i = 0; i < rows.length; i++) {
                        predictions[p][rows[i]] = own[p][i];
                    }
                }
            }
        }
        return predictions;
    }

    @Override
    public History history() {
        return parts.history();
    }

    @Override
    public List<Search> searches() {
        return parts.told(TrainedModel::searches, Search::of);
    }

    @Override
    public List<FeatureGains> featureGains() {
        return parts.told(TrainedModel::featureGains, FeatureGains::of);
    }

    @Override
    public List<Ensemble> ensembles() {
        return parts.told(TrainedModel::ensembles, Ensemble::of);
    }

    @Override
    public OptionalLong parameters() {
        return parts.parameters();
    }

    @Override
    public void save(Path directory) throws IOException {
        for (int region = 0; region < regions.count(); region++) {
            parts.models().get(region).save(Files.createDirectory(directory.resolve(directory(region))));
        }
        new RegionFile(regions, task.features(), task.classes(), task.targets(), task.images()).write(directory);
    }

    @Override
    public void close() {
        parts.close();
    }
}
