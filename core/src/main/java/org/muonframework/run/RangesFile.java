package org.muonframework.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.muonframework.data.lint.FeatureRange;
import org.muonframework.data.lint.InputRanges;
import org.muonframework.files.AtomicFile;
import org.muonframework.spi.problem.DataException;

/** {@code model/ranges.json}: where the values of each feature lie in the training part. */
public final class RangesFile {

    private RangesFile() {}

    static void write(List<FeatureRange> ranges, Path file) {
        ObjectNode root = RunJson.MAPPER.createObjectNode();
        ArrayNode features = root.putArray("features");
        for (FeatureRange range : ranges) {
            features.addObject()
                    .put("name", range.name())
                    .put("min", range.min())
                    .put("low", range.low())
                    .put("median", range.median())
                    .put("high", range.high())
                    .put("max", range.max());
        }
        AtomicFile.write(file, target -> RunJson.MAPPER.writeValue(target.toFile(), root));
    }

    /**
     * Ready to compare rows with the training; nothing is compared for a run that saved no ranges.
     *
     * @param names the features in the order in which rows hold them
     * @throws DataException if the file is damaged
     */
    public static InputRanges compare(List<String> names, Path file) {
        if (!Files.exists(file)) {
            return new InputRanges(names, List.of());
        }
        try {
            List<FeatureRange> ranges = new ArrayList<>();
            for (JsonNode range : RunJson.MAPPER.readTree(file.toFile()).path("features")) {
                ranges.add(new FeatureRange(
                        range.path("name").asText(),
                        range.path("min").asDouble(),
                        range.path("low").asDouble(),
                        range.path("median").asDouble(),
                        range.path("high").asDouble(),
                        range.path("max").asDouble()));
            }
            return new InputRanges(names, ranges);
        } catch (IOException e) {
            throw new DataException(file.toString(), "cannot be read: " + e.getMessage(), e);
        }
    }
}
