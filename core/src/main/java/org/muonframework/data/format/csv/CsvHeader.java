package org.muonframework.data.format.csv;

import java.io.IOException;
import java.io.StringReader;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.muonframework.data.format.InputFile;
import org.muonframework.spi.problem.DataException;

/**
 * What the start of a text table tells.
 *
 * @param dialect what divides the fields
 * @param skip how many records stand before the first row: the header and what is empty before it
 * @param width how many fields a row has
 * @param places where the columns with a name stand, from 0, in the order of the file
 * @param padded the columns in which values without quotes have blanks around them
 */
record CsvHeader(CsvDialect dialect, int skip, int width, Map<String, Integer> places, BitSet padded) {

    private static final Pattern NUMBER = Pattern.compile(
            "([-+]?(\\d+\\.?\\d*|\\.\\d+)(e[-+]?\\d+)?|[-+]?(nan|inf|infinity)|na|n/a|null|none|)",
            Pattern.CASE_INSENSITIVE);

    /**
     * Reads the names of the columns.
     *
     * @param start the first characters of the file
     * @throws DataException if there are no names, or two are the same
     */
    static CsvHeader read(String start, CsvDialect dialect, InputFile file) throws IOException {
        try (CsvLines lines = new CsvLines(new StringReader(start), dialect, file)) {
            int skip = 1;
            Optional<CsvLine> header = lines.next();
            while (header.isPresent() && header.get().isBlank()) {
                header = lines.next();
                skip++;
            }
            CsvLine names = header.orElseThrow(() ->
                    new DataException(file.name(), "holds nothing but blank lines; a header with names is expected"));
            return new CsvHeader(dialect, skip, names.width(), places(names, file), padded(names, lines));
        }
    }

    private static Map<String, Integer> places(CsvLine header, InputFile file) {
        String where = file.name() + ":" + header.number();
        List<String> names =
                header.fields().stream().map(field -> field.text().strip()).toList();
        if (names.stream().allMatch(name -> NUMBER.matcher(name).matches())) {
            throw new DataException(
                    where, "the first line holds numbers; a header line with the names of the columns is expected");
        }
        Map<String, Integer> places = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            Integer other = name.isEmpty() ? null : places.put(name, i);
            if (other != null) {
                throw new DataException(
                        where,
                        "columns " + (other + 1) + " and " + (i + 1) + " are both named '" + name
                                + "' (blanks around a name do not count)");
            }
        }
        return places;
    }

    private static BitSet padded(CsvLine header, CsvLines lines) throws IOException {
        BitSet padded = new BitSet();
        try {
            Optional<CsvLine> line = Optional.of(header);
            while (line.isPresent()) {
                for (int i = 0; i < line.get().width(); i++) {
                    if (line.get().fields().get(i).padded()) {
                        padded.set(i);
                    }
                }
                line = lines.next();
            }
        } catch (DataException e) {
            return padded;
        }
        return padded;
    }
}
