package org.muonframework.train.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.train.Ensemble;
import org.muonframework.spi.train.FeatureGains;
import org.muonframework.spi.train.Features;
import org.muonframework.spi.train.History;
import org.muonframework.spi.train.Search;
import org.muonframework.spi.train.TrainedModel;

/**
 * The model of the best point, trained on all training rows, and how the point was found.
 *
 * @param best the model
 * @param search what was tried
 * @param seconds wall-clock time of the search
 */
record GridModel(TrainedModel best, Search search, double seconds) implements TrainedModel {

    /** The directory of the model. */
    static final String BEST = "best";

    @Override
    public Task task() {
        return best.task();
    }

    @Override
    public float[][] predict(Features features) {
        return best.predict(features);
    }

    /** That of the best point on all training rows; the time is that of the search too. */
    @Override
    public History history() {
        History own = best.history();
        return new History(
                own.step(), own.curves(), own.best(), own.seconds() + seconds, own.rowsPerSecond(), own.engine());
    }

    @Override
    public List<Search> searches() {
        return List.of(search);
    }

    @Override
    public List<FeatureGains> featureGains() {
        return best.featureGains();
    }

    @Override
    public List<Ensemble> ensembles() {
        return best.ensembles();
    }

    @Override
    public OptionalLong parameters() {
        return best.parameters();
    }

    @Override
    public void save(Path directory) throws IOException {
        best.save(Files.createDirectory(directory.resolve(BEST)));
        new GridFile(search, seconds).write(directory);
    }

    @Override
    public void close() {
        best.close();
    }
}
