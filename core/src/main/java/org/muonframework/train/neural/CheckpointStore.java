package org.muonframework.train.neural;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muonframework.train.neural.store.ModelJson;
import org.muonframework.train.neural.store.Tensor;
import org.muonframework.train.neural.store.TensorFile;
import org.slf4j.Logger;

/** Keeps the checkpoint of the last finished epoch of a stage in one file, replaced atomically. */
final class CheckpointStore {

    private static final String STATE = "state";
    private static final String PARAMETERS = "parameters/";
    private static final String BEST = "best/";
    private static final String OPTIMIZER = "optimizer/";

    private final Path file;
    private final String fingerprint;
    private final Logger log;

    CheckpointStore(Path directory, String name, String fingerprint, Logger log) {
        this.file = directory.resolve(name + ".safetensors");
        this.fingerprint = fingerprint;
        this.log = log;
    }

    /** The fingerprint of the training that it keeps. */
    String fingerprint() {
        return fingerprint;
    }

    /** The checkpoint, if there is one of this training that is whole. */
    Optional<Checkpoint> load() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            TensorFile content = TensorFile.read(file);
            Checkpoint.State state = ModelJson.read(
                    content.metadata().getOrDefault(STATE, "{}"), Checkpoint.State.class, file.toString());
            if (!fingerprint.equals(state.fingerprint())) {
                log.info("{} is of another network, other settings or other data: starting anew", file);
                return Optional.empty();
            }
            return Optional.of(new Checkpoint(
                    state, withPrefix(content, PARAMETERS), withPrefix(content, BEST), withPrefix(content, OPTIMIZER)));
        } catch (IOException e) {
            log.warn("the checkpoint cannot be used, starting anew: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * Replaces the checkpoint.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    void save(Checkpoint checkpoint) {
        List<Tensor> tensors = new ArrayList<>();
        addWithPrefix(tensors, PARAMETERS, checkpoint.parameters());
        addWithPrefix(tensors, BEST, checkpoint.best());
        addWithPrefix(tensors, OPTIMIZER, checkpoint.optimizer());
        try {
            new TensorFile(Map.of(STATE, ModelJson.write(checkpoint.state())), tensors).write(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the checkpoint " + file + " cannot be written", e);
        }
    }

    private static void addWithPrefix(List<Tensor> all, String prefix, List<Tensor> tensors) {
        tensors.forEach(tensor -> all.add(tensor.named(prefix + tensor.name())));
    }

    private static List<Tensor> withPrefix(TensorFile content, String prefix) {
        return content.tensors().stream()
                .filter(tensor -> tensor.name().startsWith(prefix))
                .map(tensor -> tensor.named(tensor.name().substring(prefix.length())))
                .toList();
    }
}
