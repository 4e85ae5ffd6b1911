package org.muonframework.report;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.muonframework.files.AtomicFile;
import org.muonframework.report.draw.FigureStyle;
import org.muonframework.spi.figure.Mark;
import org.muonframework.spi.figure.Shape;
import org.muonframework.spi.problem.DataException;

/**
 * Reports as files that lose nothing: what was written is read back equal, so that figures can be drawn again and laid
 * over those of other runs without data, training or plugins.
 *
 * <p>One JSON object: {@code format} (the number of this layout), {@code style} and {@code report}, whose properties
 * are the components of the records; kinds of blocks, marks and shapes are told by {@code type}, in kebab-case. Numbers
 * have all their digits; those that are none are {@code "NaN"}, {@code "Infinity"} and {@code "-Infinity"}.
 */
public final class ReportJson {

    /** Changes with the layout; files of a higher number are refused. */
    private static final int FORMAT = 3;

    private static final JsonMapper JSON = mapper();

    private ReportJson() {}

    /**
     * A report and what stands above its figures.
     *
     * @param style the label of the figures
     */
    public record Styled(FigureStyle style, Report report) {}

    /** The file. */
    private record Document(int format, FigureStyle style, Report report) {
        Document {
            Objects.requireNonNull(style, "style");
            Objects.requireNonNull(report, "report");
        }
    }

    /** How Jackson tells the records of a sealed interface apart. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    private interface Tagged {}

    private static JsonMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder()
                .addModule(new Jdk8Module())
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        for (Class<?> sealed : new Class<?>[] {Mark.class, Shape.class, Block.class}) {
            builder.addMixIn(sealed, Tagged.class);
            for (Class<?> kind : sealed.getPermittedSubclasses()) {
                builder.registerSubtypes(new NamedType(kind, kebab(kind.getSimpleName())));
            }
        }
        return builder.build();
    }

    /** {@code HeatMap} as {@code heat-map}. */
    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /**
     * Writes a report.
     *
     * @param style the label of its figures
     * @throws DataException if the file cannot be written
     */
    public static void write(Report report, FigureStyle style, Path file) {
        AtomicFile.write(file, target -> JSON.writeValue(target.toFile(), new Document(FORMAT, style, report)));
    }

    /**
     * Reads a report.
     *
     * @throws DataException if the file cannot be read, is damaged or was written by a newer version
     */
    public static Styled read(Path file) {
        try {
            JsonNode tree = JSON.readTree(file.toFile());
            JsonNode format = tree.path("format");
            if (!format.isInt()) {
                throw new DataException(file.toString(), "is damaged: it has no number 'format'");
            }
            if (format.intValue() > FORMAT) {
                throw new DataException(
                        file.toString(),
                        "was written by a newer version of the framework (format " + format + ", this version reads "
                                + FORMAT + ")");
            }
            if (format.intValue() < 2) {
                // Maps had no limit of their colours yet.
                tree.findParents("printed").forEach(map -> ((ObjectNode) map).put("limit", 0.0));
            }
            Document document = JSON.treeToValue(tree, Document.class);
            return new Styled(document.style(), document.report());
        } catch (JsonProcessingException e) {
            throw new DataException(
                    file.toString(), "is damaged: it is not a report as the framework writes it; " + reason(e), e);
        } catch (IOException e) {
            throw new DataException(file.toString(), "cannot be read: " + e.getMessage(), e);
        }
    }

    private static String reason(JsonProcessingException error) {
        return error.getOriginalMessage().lines().findFirst().orElse("unknown reason");
    }
}
