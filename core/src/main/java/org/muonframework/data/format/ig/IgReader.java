package org.muonframework.data.format.ig;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muonframework.data.format.InputFile;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.BatchReader;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnSpec;

/** Reads some columns, an event a batch; collections that are not asked for are passed over. */
final class IgReader implements BatchReader {

    private final IgArchive archive;
    private final InputFile file;
    private final List<String> events;
    private final List<ColumnSpec> columns;
    private int next;

    IgReader(InputFile file, List<String> events, List<ColumnSpec> columns) {
        this.file = file;
        this.events = events;
        this.columns = columns;
        archive = IgArchive.open(file);
    }

    @Override
    public Optional<Batch> next() {
        if (next == events.size()) {
            return Optional.empty();
        }
        Map<String, IgValues> values = new LinkedHashMap<>();
        columns.forEach(column -> values.put(column.name(), new IgValues(column)));
        archive.look(events.get(next), parser -> read(parser, values));
        next++;
        Map<String, Column> read = new HashMap<>();
        values.forEach((name, list) -> read.put(name, list.column()));
        return Optional.of(new Batch(1, read, file.name(), next));
    }

    @Override
    public void close() {
        archive.close();
    }

    private static void read(JsonParser parser, Map<String, IgValues> values) throws IOException {
        Map<String, List<IgField>> types = new LinkedHashMap<>();
        IgLayout.expect(parser, parser.nextToken(), JsonToken.START_OBJECT);
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String section = parser.currentName();
            JsonToken value = parser.nextToken();
            if (section.equals(IgLayout.TYPES)) {
                IgLayout.readTypes(parser, types);
            } else if (section.equals(IgLayout.COLLECTIONS) || section.equals(IgLayout.ASSOCIATIONS)) {
                IgLayout.expect(parser, value, JsonToken.START_OBJECT);
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    if (section.equals(IgLayout.COLLECTIONS)) {
                        readCollection(parser, types.getOrDefault(name, List.of()), values);
                    } else {
                        readAssociation(parser, IgField.withoutVersion(name), values);
                    }
                }
            } else {
                parser.skipChildren();
            }
        }
    }

    private static void readCollection(JsonParser parser, List<IgField> fields, Map<String, IgValues> values)
            throws IOException {
        boolean needed =
                fields.stream().flatMap(field -> field.columns().stream()).anyMatch(values::containsKey);
        if (!needed) {
            parser.skipChildren();
            return;
        }
        IgLayout.expect(parser, parser.currentToken(), JsonToken.START_ARRAY);
        while (parser.nextToken() == JsonToken.START_ARRAY) {
            for (IgField field : fields) {
                JsonToken token = parser.nextToken();
                if (field.kind().equals("v3d")) {
                    IgLayout.expect(parser, token, JsonToken.START_ARRAY);
                    for (String column : field.columns()) {
                        parser.nextToken();
                        IgValues.add(values.get(column), parser);
                    }
                    IgLayout.expect(parser, parser.nextToken(), JsonToken.END_ARRAY);
                } else {
                    IgValues.add(field.readable() ? values.get(field.column()) : null, parser);
                }
            }
            IgLayout.expect(parser, parser.nextToken(), JsonToken.END_ARRAY);
        }
        IgLayout.expect(parser, parser.currentToken(), JsonToken.END_ARRAY);
    }

    /** Pairs of pairs: the collection and the number in it of one element, and of the other. */
    private static void readAssociation(JsonParser parser, String name, Map<String, IgValues> values)
            throws IOException {
        IgLayout.expect(parser, parser.currentToken(), JsonToken.START_ARRAY);
        while (parser.nextToken() == JsonToken.START_ARRAY) {
            for (String side : IgLayout.SIDES) {
                IgLayout.expect(parser, parser.nextToken(), JsonToken.START_ARRAY);
                IgLayout.expect(parser, parser.nextToken(), JsonToken.VALUE_NUMBER_INT);
                parser.nextToken();
                IgValues.add(values.get(name + side), parser);
                IgLayout.expect(parser, parser.nextToken(), JsonToken.END_ARRAY);
            }
            IgLayout.expect(parser, parser.nextToken(), JsonToken.END_ARRAY);
        }
    }
}
