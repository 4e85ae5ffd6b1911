package org.muonframework.train.neural.store;

import ai.djl.nn.Block;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
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
 * <p>Layers and losses are written and not read back: an opaque layer and a plugin's loss are code. Of these stand here
 * only the description and the name.
 */
public final class ModelJson {

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
     * @throws IOException if the text is damaged
     */
    public static <T extends Record> T read(String text, Class<T> type, String source) throws IOException {
        try {
            return MAPPER.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IOException(source + " is damaged: " + e.getOriginalMessage(), e);
        }
    }

    /** A record as a tree, as it is read back. */
    public static JsonNode tree(Record value) {
        try {
            return MAPPER.readTree(write(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was written can be read", e);
        }
    }

    /** What a layer or loss is called there: {@code batch-norm}. */
    public static String typeName(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static ObjectMapper mapper() {
        ObjectMapper mapper = JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
                .enable(SerializationFeature.INDENT_OUTPUT)
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
            mapper.registerSubtypes(new NamedType(type, typeName(type)));
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
    @JsonTypeName("custom")
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    private interface CustomNote {
        @JsonProperty
        String name();
    }

    @SuppressWarnings({"UnusedMethod", "UnusedVariable"}) // Jackson reads it
    private abstract static class PlainShape {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        PlainShape(List<Integer> dimensions) {}

        @JsonValue
        abstract List<Integer> dimensions();
    }
}
