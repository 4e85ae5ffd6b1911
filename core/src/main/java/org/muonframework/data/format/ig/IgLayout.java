package org.muonframework.data.format.ig;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What one event holds.
 *
 * @param fields the fields of each collection, in the order of their values, by its name in the event
 * @param associations the associations, by their names in the event
 */
record IgLayout(Map<String, List<IgField>> fields, List<String> associations) {

    static final String TYPES = "Types";
    static final String COLLECTIONS = "Collections";
    static final String ASSOCIATIONS = "Associations";

    /** The ends of the names of the columns of an association. */
    static final List<String> SIDES = List.of("_first", "_second");

    /** The layout of an event; values are passed over. */
    static IgLayout read(JsonParser parser) throws IOException {
        Map<String, List<IgField>> fields = new LinkedHashMap<>();
        List<String> associations = new ArrayList<>();
        expect(parser, parser.nextToken(), JsonToken.START_OBJECT);
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String section = parser.currentName();
            JsonToken value = parser.nextToken();
            if (section.equals(TYPES)) {
                readTypes(parser, fields);
            } else if (section.equals(ASSOCIATIONS)) {
                expect(parser, value, JsonToken.START_OBJECT);
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    associations.add(parser.currentName());
                    parser.nextToken();
                    parser.skipChildren();
                }
            } else {
                parser.skipChildren();
            }
        }
        expect(parser, parser.currentToken(), JsonToken.END_OBJECT);
        return new IgLayout(fields, associations);
    }

    /** Reads the section of types, at whose begin the parser stands. */
    static void readTypes(JsonParser parser, Map<String, List<IgField>> fields) throws IOException {
        expect(parser, parser.currentToken(), JsonToken.START_OBJECT);
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String collection = parser.currentName();
            List<IgField> own = new ArrayList<>();
            expect(parser, parser.nextToken(), JsonToken.START_ARRAY);
            while (parser.nextToken() == JsonToken.START_ARRAY) {
                expect(parser, parser.nextToken(), JsonToken.VALUE_STRING);
                String name = parser.getText();
                expect(parser, parser.nextToken(), JsonToken.VALUE_STRING);
                own.add(new IgField(IgField.withoutVersion(collection), name, parser.getText()));
                expect(parser, parser.nextToken(), JsonToken.END_ARRAY);
            }
            expect(parser, parser.currentToken(), JsonToken.END_ARRAY);
            fields.put(collection, List.copyOf(own));
        }
        List<String> all = List.copyOf(fields.keySet());
        fields.keySet().removeIf(name -> all.stream().anyMatch(other -> isNewer(other, name)));
    }

    /** Whether one is a newer version of the other; an event may have both, of which the newer one is read. */
    private static boolean isNewer(String one, String other) {
        return IgField.withoutVersion(one).equals(IgField.withoutVersion(other))
                && IgField.version(one) > IgField.version(other);
    }

    /** Refuses another token than what has to be there. */
    static void expect(JsonParser parser, JsonToken found, JsonToken expected) throws IOException {
        if (found != expected) {
            throw new IOException("line " + parser.currentTokenLocation().getLineNr() + " has "
                    + (found == null ? "nothing" : "'" + parser.getText() + "'") + " where "
                    + expected.toString().toLowerCase(Locale.ROOT).replace('_', ' ') + " is expected");
        }
    }
}
