package org.muonframework.data.format.parquet;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muonframework.data.format.InputFile;
import org.muonframework.data.format.duckdb.DuckDatabase;
import org.muonframework.spi.problem.DataException;

/** Says in a few words what DuckDB says in many. */
final class ParquetErrors {

    private static final Pattern OUT_OF_RANGE =
            Pattern.compile("with value (\\S+) can't be cast.*?(?:from source column (\\S+))?$", Pattern.MULTILINE);

    private ParquetErrors() {}

    /** The error for the user, with the original as its cause. */
    static DataException of(InputFile file, Exception cause) {
        return new DataException(file.name(), words(cause), cause);
    }

    private static String words(Exception cause) {
        String message = String.valueOf(cause.getMessage());
        Matcher range = OUT_OF_RANGE.matcher(message);
        if (range.find()) {
            return (range.group(2) == null ? "the value " : "column '" + range.group(2) + "': the value ")
                    + range.group(1) + " does not fit into a signed integer of 64 bits";
        }
        if (message.contains("No magic bytes found at end") || message.contains("too small to be a Parquet")) {
            return "is not a complete Parquet file: its end, where the table of contents stands, is missing"
                    + " (an interrupted copy or job?)";
        }
        if (message.contains("TProtocolException") || message.contains("don't know what type")) {
            return "is damaged: its table of contents or a page header cannot be decoded";
        }
        if (message.contains("Out of Memory")) {
            return "needs more memory than is allowed for reading it, or is damaged";
        }
        return "cannot be read as Parquet: " + DuckDatabase.reason(cause);
    }
}
