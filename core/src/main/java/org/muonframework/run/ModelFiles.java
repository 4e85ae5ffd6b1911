package org.muonframework.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.muonframework.data.FillValues;
import org.muonframework.data.MissingPolicy;
import org.muonframework.files.AtomicFile;
import org.muonframework.files.Directories;
import org.muonframework.spi.Context;
import org.muonframework.spi.model.Model;
import org.muonframework.spi.problem.DataException;
import org.muonframework.spi.train.TrainedModel;
import org.muonframework.train.compose.TrainerSource;

/** The folder {@code model/} of a run: trained models and how missing values are replaced before they see them. */
public final class ModelFiles {

    private ModelFiles() {}

    /** Saves a model so that its directory appears only when it is complete; if it cannot be saved, nothing is left. */
    static void save(TrainedModel model, Path target) {
        Path temporary = AtomicFile.temporary(target);
        try {
            Directories.delete(temporary);
            try {
                Files.createDirectories(temporary);
                model.save(temporary);
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Directories.delete(temporary);
            }
        } catch (IOException e) {
            throw AtomicFile.unwritable(target, e);
        }
    }

    /**
     * Loads a model.
     *
     * @param trainer what trained it
     * @param model the untrained model, as the configuration makes it
     * @throws DataException if a file of it is missing or damaged, or holds another model
     */
    public static TrainedModel load(TrainerSource trainer, Path directory, Model model, Context context) {
        try {
            return trainer.load(directory, model, context);
        } catch (IOException e) {
            throw new DataException(directory.toString(), "the model cannot be loaded: " + e.getMessage(), e);
        }
    }

    /** Saves how missing values are replaced; before any model, so that no model is ever without it. */
    static void saveFillValues(FillValues fill, Path file) {
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw AtomicFile.unwritable(file.getParent(), e);
        }
        ObjectNode root = RunJson.MAPPER.createObjectNode();
        ObjectNode missing = root.putObject("missing");
        missing.put("policy", fill.policy().policy().key());
        fill.policy().value().ifPresent(value -> missing.put("value", value));
        missing.put("constant", fill.policy().constant());
        ArrayNode features = root.putArray("features");
        fill.features().forEach(features::add);
        ArrayNode values = root.putArray("values");
        for (float value : fill.values()) {
            values.add(value);
        }
        AtomicFile.write(file, target -> RunJson.MAPPER.writeValue(target.toFile(), root));
    }

    /**
     * Reads how missing values are replaced.
     *
     * @throws DataException if the file is missing or damaged
     */
    public static FillValues loadFillValues(Path file) {
        try {
            JsonNode root = RunJson.MAPPER.readTree(file.toFile());
            JsonNode missing = root.path("missing");
            MissingPolicy policy = new MissingPolicy(
                    missing.has("value")
                            ? OptionalDouble.of(missing.get("value").asDouble())
                            : OptionalDouble.empty(),
                    MissingPolicy.Policy.valueOf(missing.path("policy").asText().toUpperCase(Locale.ROOT)),
                    missing.path("constant").asDouble());
            List<String> features = new ArrayList<>();
            root.path("features").forEach(name -> features.add(name.asText()));
            float[] values = new float[root.path("values").size()];
            for (int i = 0; i < values.length; i++) {
                JsonNode value = root.path("values").get(i);
                values[i] = value.isNumber() ? value.floatValue() : Float.NaN;
            }
            return new FillValues(features, values, policy);
        } catch (IOException | IllegalArgumentException e) {
            throw new DataException(file.toString(), "cannot be read: " + e.getMessage(), e);
        }
    }
}
