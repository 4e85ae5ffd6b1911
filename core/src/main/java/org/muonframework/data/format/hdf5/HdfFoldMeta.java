package org.muonframework.data.format.hdf5;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.muonframework.spi.problem.DataException;

/**
 * What the group {@code meta_data} of a file of folds says, in texts of JSON.
 *
 * @param present whether the group is there
 * @param features names of the columns of {@code inputs}
 * @param targets names of the columns of {@code targets}; empty if unknown
 * @param shape dimensions of the matrix of an event; empty if unknown
 * @param sparse whether the matrices are kept as hits with coordinates
 * @param sparseTargets whether the targets are
 */
record HdfFoldMeta(
        boolean present,
        List<String> features,
        List<String> targets,
        List<Integer> shape,
        boolean sparse,
        boolean sparseTargets) {

    private static final String GROUP = "meta_data";
    private static final String MATRIX = "matrix_feats";
    private static final ObjectMapper JSON = new ObjectMapper();

    HdfFoldMeta {
        features = List.copyOf(features);
        targets = List.copyOf(targets);
        shape = List.copyOf(shape);
    }

    /**
     * Reads the group; without one nothing is known.
     *
     * @throws DataException if a text is not JSON, or a shape is none
     */
    static HdfFoldMeta of(HdfSource source) {
        Node node = source.hdf().getChild(GROUP);
        if (!(node instanceof Group group)) {
            return new HdfFoldMeta(false, List.of(), List.of(), List.of(), false, false);
        }
        List<String> features = new ArrayList<>(names(json(source, group, "cont_feats")));
        features.addAll(names(json(source, group, "cat_feats")));
        JsonNode matrix = json(source, group, MATRIX);
        return new HdfFoldMeta(
                true,
                features,
                names(json(source, group, "targ_feats")),
                shape(source, matrix.path("shape")),
                matrix.path("is_sparse").asBoolean(),
                json(source, group, "target_tensor").path("is_sparse").asBoolean());
    }

    /** The shape as one writes it: {@code 1 × 50 × 32 × 32}. */
    String shapeText() {
        return shape.stream().map(String::valueOf).collect(Collectors.joining(" × "));
    }

    /** The names of so many columns; numbered where they are unknown or more. */
    static List<String> named(List<String> names, String otherwise, int count) {
        return names.size() == count
                ? names
                : IntStream.range(0, count)
                        .mapToObj(i -> count == 1 ? otherwise : otherwise + "_" + i)
                        .toList();
    }

    private static JsonNode json(HdfSource source, Group group, String name) {
        if (!(group.getChild(name) instanceof Dataset dataset) || !(dataset.getData() instanceof String text)) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new DataException(
                    source.file().name(), "'/" + GROUP + "/" + name + "' is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** One name, or a list of them. */
    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        if (node.isTextual()) {
            names.add(node.textValue());
        }
        node.elements().forEachRemaining(name -> names.add(name.asText()));
        return names;
    }

    private static List<Integer> shape(HdfSource source, JsonNode node) {
        List<Integer> shape = new ArrayList<>();
        long cells = 1;
        for (JsonNode length : node) {
            cells *= length.asInt();
            if (length.asInt() <= 0 || cells > Integer.MAX_VALUE) {
                throw new DataException(
                        source.file().name(),
                        "'/" + GROUP + "/" + MATRIX + "': " + node + " is no shape of a matrix: lengths above 0 are"
                                + " expected, with at most " + Integer.MAX_VALUE + " cells");
            }
            shape.add(length.asInt());
        }
        return shape;
    }
}
