package org.muonframework.train.neural.store;

import ai.djl.nn.Block;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.muonframework.files.AtomicFile;
import org.muonframework.spi.model.Layer;
import org.muonframework.spi.model.Loss;
import org.muonframework.spi.model.Shape;

/**
 * Records as JSON: networks, histories, checkpoints. Keys are kebab-case; a layer or loss carries its {@code type}, such
 * as {@code batch-norm}; a shape is the list of its sizes.
 *
 * <p>An opaque layer and a custom loss are code: they are written as a note for the reader, and what holds them cannot
 * be read back.
 */
public final class ModelJson {

    private static final String OPAQUE = "opaque";
    private static final String CUSTOM = "custom";
    private static final ObjectMapper MAPPER = mapper();

    private ModelJson() {}

    /** A record as indented JSON. */
    public static String write(Record value) {
        try {
            return MAPPER.writeValueAsString(value) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(value.getClass().getSimpleName() + " has no JSON form", e);
        }
    }

    /** Writes a record in one atomic step. */
    public static void write(Path target, Record value) throws IOException {
        String text = write(value);
        AtomicFile.replace(target, path -> Files.writeString(path, text));
    }

    /**
     * Reads a record.
     *
     * @param source what the text is, for messages
     * @throws IOException if the text is damaged, or holds an opaque block or a custom loss
     */
    public static <T extends Record> T read(String text, Class<T> type, String source) throws IOException {
        try {
            JsonNode tree = MAPPER.readTree(text);
            refuseCode(tree, source);
            return MAPPER.treeToValue(tree, type);
        } catch (JsonProcessingException e) {
            throw new IOException(source + " is damaged: " + e.getOriginalMessage(), e);
        }
    }

    private static void refuseCode(JsonNode tree, String source) throws IOException {
        List<String> types = tree.findValuesAsText("type");
        if (types.contains(OPAQUE)) {
            throw new IOException(source + " contains an opaque block and cannot be loaded without its plugin");
        }
        if (types.contains(CUSTOM)) {
            throw new IOException(source + " contains a custom loss and cannot be loaded without its plugin");
        }
    }

    private static ObjectMapper mapper() {
        ObjectMapper mapper = JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .addMixIn(Layer.class, Typed.class)
                .addMixIn(Layer.Opaque.class, OpaqueNote.class)
                .addMixIn(Loss.class, Typed.class)
                .addMixIn(Loss.Custom.class, CustomNote.class)
                .addMixIn(Shape.class, PlainShape.class)
                .build();
        registerRecords(mapper, Layer.class);
        registerRecords(mapper, Loss.class);
        return mapper;
    }

    private static void registerRecords(ObjectMapper mapper, Class<?> sealed) {
        for (Class<?> type : sealed.getPermittedSubclasses()) {
            String name =
                    type.getSimpleName().replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
            mapper.registerSubtypes(new NamedType(type, name));
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    private interface Typed {}

    @SuppressWarnings("UnusedMethod") // Jackson reads it
    private interface OpaqueNote {
        @JsonIgnore
        Supplier<Block> block();
    }

    @JsonAutoDetect(
            getterVisibility = JsonAutoDetect.Visibility.NONE,
            isGetterVisibility = JsonAutoDetect.Visibility.NONE,
            fieldVisibility = JsonAutoDetect.Visibility.NONE)
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    private interface CustomNote {
        @JsonProperty
        String name();
    }

    @SuppressWarnings("UnusedVariable") // Jackson reads its signature
    private abstract static class PlainShape {
        @JsonCreator
        PlainShape(List<Integer> dimensions) {}

        @JsonValue
        abstract List<Integer> dimensions();
    }
}
