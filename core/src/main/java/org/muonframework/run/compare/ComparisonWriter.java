package org.muonframework.run.compare;

import java.nio.file.Path;
import org.muonframework.files.AtomicFile;
import org.muonframework.report.ReportFiles;

/** Writes a comparison into a directory: page, figures, the report as data, and all values. */
public final class ComparisonWriter {

    private ComparisonWriter() {}

    /**
     * Writes {@code comparison.json}, {@code report.json}, the folder {@code figures} and {@code compare.html}.
     *
     * @param directory exists
     * @return the page
     * @throws org.muonframework.spi.problem.DataException if a file cannot be written
     */
    public static Path write(Comparison comparison, Path directory) {
        AtomicFile.write(directory.resolve("comparison.json"), ComparisonJson.of(comparison));
        ComparisonReport report = new ComparisonReport(comparison);
        Path page = directory.resolve("compare.html");
        new ReportFiles(directory.resolve("report.json"), directory.resolve("figures"), page)
                .write(report.compose(), report.style(), () -> {});
        return page;
    }
}
