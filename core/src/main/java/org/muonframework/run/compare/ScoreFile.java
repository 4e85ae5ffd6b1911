package org.muonframework.run.compare;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.muonframework.data.format.InputFile;
import org.muonframework.data.format.ReadOptions;
import org.muonframework.data.format.duckdb.DuckDatabase;
import org.muonframework.data.format.files.Formats;
import org.muonframework.spi.problem.DataException;
import org.slf4j.LoggerFactory;

/**
 * The scores of one model for one class on the part that results are quoted for, in the file of predictions of its run.
 *
 * @param path the file
 * @param scores the column of scores
 * @param part the part
 */
record ScoreFile(Path path, String scores, String part) {

    /**
     * Finds the scores of a model.
     *
     * @param score name of the score: {@code score} for two classes
     * @return empty if the run keeps no predictions
     * @throws DataException if the file is damaged, or has no such column
     */
    static Optional<ScoreFile> of(ComparedModel model, String score) {
        Path path = model.run().directory().predictions();
        if (!Files.isRegularFile(path)) {
            return Optional.empty();
        }
        ReadOptions options =
                new ReadOptions(Optional.empty(), Optional.empty(), 1, LoggerFactory.getLogger(ScoreFile.class));
        List<String> columns =
                Formats.open(InputFile.of(path), options).schema().names();
        String scores = List.of(model.model() + "_" + score, score).stream()
                .filter(columns::contains)
                .findFirst()
                .orElseThrow(() -> new DataException(
                        path.toString(), "has no column '" + score + "' of model '" + model.model() + "'"));
        return Optional.of(new ScoreFile(path, scores, model.run().evaluated().label()));
    }

    /** A query for its rows: the columns of the file, {@code #weight}, {@code #score}, and their order {@code #row}. */
    String query() {
        return "(SELECT *, CAST(weight AS DOUBLE) AS \"#weight\", CAST(" + DuckDatabase.identifier(scores)
                + " AS FLOAT) AS \"#score\", file_row_number AS \"#row\" FROM read_parquet(" + DuckDatabase.path(path)
                + ", file_row_number = true, hive_partitioning = false) WHERE part = " + DuckDatabase.literal(part)
                + ")";
    }
}
