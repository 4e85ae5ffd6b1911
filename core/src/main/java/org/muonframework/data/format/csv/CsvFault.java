package org.muonframework.data.format.csv;

import java.io.IOException;
import java.util.Optional;
import org.muonframework.spi.problem.DataException;
import org.muonframework.spi.problem.Problem;

/** Finds the line of a fault, once it is known that there is one. */
record CsvFault(CsvSource source, CsvHeader header) {

    /** The first line that has not as many fields as the header, or whose quotes are not closed. */
    Optional<Problem> find() throws IOException {
        try (CsvLines lines = lines()) {
            for (Optional<CsvLine> line = lines.next(); line.isPresent(); line = lines.next()) {
                if (!line.get().isEmpty() && line.get().width() != header.width()) {
                    return Optional.of(ragged(line.get()));
                }
            }
        } catch (DataException e) {
            return Optional.of(e.problems().get(0));
        }
        return Optional.empty();
    }

    /** The number of the line on which a row starts; both count from 1. */
    long line(long row) throws IOException {
        long rows = 0;
        try (CsvLines lines = lines()) {
            for (Optional<CsvLine> line = lines.next(); line.isPresent(); line = lines.next()) {
                rows += line.get().isEmpty() ? 0 : 1;
                if (rows == row) {
                    return line.get().number();
                }
            }
        }
        throw new IllegalStateException(source.file().name() + " has no row " + row);
    }

    /** The lines behind the header. */
    private CsvLines lines() throws IOException {
        CsvLines lines = new CsvLines(source.text(), header.dialect(), source.file());
        for (int i = 0; i < header.skip(); i++) {
            lines.next();
        }
        return lines;
    }

    private Problem ragged(CsvLine line) {
        String fields = line.width() == 1 ? "1 field" : line.width() + " fields";
        String fault = fields + " where the header has " + header.width();
        return new Problem(
                source.file().name() + ":" + line.number(),
                line.ended() ? fault : fault + ", and no line end: the file is cut off");
    }
}
