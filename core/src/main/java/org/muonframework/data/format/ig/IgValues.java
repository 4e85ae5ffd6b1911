package org.muonframework.data.format.ig;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;

/** The values of one column in one event while they are read. */
final class IgValues {

    private final ColumnSpec spec;
    private double[] numbers = new double[16];
    private long[] wholes = new long[16];
    private String text = "";
    private int count;

    IgValues(ColumnSpec spec) {
        this.spec = spec;
    }

    /** Takes the value at which the parser stands, if somebody wants it; it is no array and no object. */
    static void add(IgValues values, JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null || !token.isScalarValue()) {
            throw new IOException("line " + parser.currentTokenLocation().getLineNr()
                    + " has fewer or more values than its type has fields");
        }
        if (values != null) {
            values.add(parser, token);
        }
    }

    private void add(JsonParser parser, JsonToken token) throws IOException {
        if (spec.type() == ColumnType.TEXT) {
            text = parser.getText();
        } else if (!token.isNumeric() || spec.type() == ColumnType.LONG && token != JsonToken.VALUE_NUMBER_INT) {
            throw new IOException("line " + parser.currentTokenLocation().getLineNr() + " has '" + parser.getText()
                    + "' where '" + spec.name() + "' has a " + (spec.type() == ColumnType.LONG ? "whole " : "")
                    + "number");
        } else if (spec.type() == ColumnType.LONG) {
            wholes = count < wholes.length ? wholes : Arrays.copyOf(wholes, 2 * count);
            wholes[count] = parser.getLongValue();
        } else {
            numbers = count < numbers.length ? numbers : Arrays.copyOf(numbers, 2 * count);
            numbers[count] = parser.getDoubleValue();
        }
        count++;
    }

    /** The column of the one row; what the event lacks is 0, NaN, an empty text or an empty list. */
    Column column() {
        if (spec.type() == ColumnType.TEXT) {
            return new Column.Texts(new String[] {text});
        }
        if (spec.jagged()) {
            return new Column.Jagged(new int[] {0, count}, values(count));
        }
        if (count == 0) {
            numbers[0] = Double.NaN;
        }
        return values(1);
    }

    private Column values(int length) {
        return spec.type() == ColumnType.LONG
                ? new Column.Longs(Arrays.copyOf(wholes, length))
                : new Column.Doubles(Arrays.copyOf(numbers, length));
    }
}
