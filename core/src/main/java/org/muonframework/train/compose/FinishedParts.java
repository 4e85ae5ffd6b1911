package org.muonframework.train.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.muonframework.files.AtomicFile;
import org.muonframework.spi.Context;
import org.muonframework.spi.model.Model;
import org.muonframework.spi.train.TrainedModel;
import org.muonframework.spi.train.TrainingContext;
import org.muonframework.spi.train.TrainingData;
import org.muonframework.train.Fingerprint;
import org.slf4j.Logger;

/**
 * Trains parts of a composed model, and keeps each that is finished in its checkpoint, so that an interrupted training
 * takes it from there.
 */
final class FinishedParts {

    private static final String FINISHED = "finished";
    private static final String FINGERPRINT = "fingerprint";

    private final TrainerSource source;
    private final Model model;
    private final Logger log;

    FinishedParts(TrainerSource source, Model model, Logger log) {
        this.source = source;
        this.model = model;
        this.log = log;
    }

    /** The trained part, from its checkpoint if it was finished there for the same model and data. */
    TrainedModel trained(Context host, TrainingData data, TrainingContext training) {
        if (training.checkpoint().isEmpty()) {
            return source.create(host).train(model, data, training);
        }
        Path finished = training.checkpoint().get().resolve(FINISHED);
        String fingerprint = Fingerprint.of(
                source + " " + model.summary() + " " + host.random().seed(), data);
        Optional<TrainedModel> loaded = load(finished, fingerprint, host);
        if (loaded.isPresent()) {
            return loaded.get();
        }
        TrainedModel trained = source.create(host).train(model, data, training);
        try {
            save(trained, finished, fingerprint);
        } catch (IOException e) {
            trained.close();
            throw AtomicFile.unwritable(finished, e);
        }
        return trained;
    }

    private Optional<TrainedModel> load(Path finished, String fingerprint, Context host) {
        Path mark = finished.resolve(FINGERPRINT);
        try {
            if (!Files.exists(mark)) {
                return Optional.empty();
            }
            if (!Files.readString(mark).equals(fingerprint)) {
                log.warn("{} is of other data or settings: training starts anew", finished);
                return Optional.empty();
            }
            return Optional.of(source.load(finished, model, host));
        } catch (IOException e) {
            log.warn("{} cannot be used ({}): training starts anew", finished, e.getMessage());
            return Optional.empty();
        }
    }

    /** The mark is written last: without it nothing counts as finished. */
    private static void save(TrainedModel trained, Path finished, String fingerprint) throws IOException {
        FinishedCheckpoint.delete(finished);
        Files.createDirectories(finished);
        trained.save(finished);
        AtomicFile.replace(finished.resolve(FINGERPRINT), file -> Files.writeString(file, fingerprint));
    }
}
