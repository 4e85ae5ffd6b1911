package org.muonframework.report;

import java.nio.file.Path;
import org.muonframework.report.draw.FigureStyle;

/**
 * Where a report goes in a directory.
 *
 * @param data the report itself, see {@link ReportJson}
 * @param figures the folder of figures
 * @param page the page
 */
public record ReportFiles(Path data, Path figures, Path page) {

    /**
     * Writes the report and draws its figures and page.
     *
     * @param pause called before each figure; an exception of it ends the work
     * @throws org.muonframework.spi.problem.DataException if a file cannot be written
     */
    public void write(Report report, FigureStyle style, Runnable pause) {
        ReportJson.write(report, style, data);
        draw(report, style, pause);
    }

    /**
     * Draws figures and page again from the report that was written; the same report gives the same bytes.
     *
     * @throws org.muonframework.spi.problem.DataException if a file cannot be read or written
     */
    public void redraw() {
        ReportJson.Styled written = ReportJson.read(data);
        draw(written.report(), written.style(), () -> {});
    }

    private void draw(Report report, FigureStyle style, Runnable pause) {
        FigureFiles files = new FigureFiles(style);
        for (Block.Picture picture : report.pictures()) {
            pause.run();
            files.write(picture.figure().named(picture.file()), figures);
        }
        for (Block.Display display : report.displays()) {
            pause.run();
            files.write(display.scene().named(display.file() + Block.Display.ENDING), figures);
        }
        new ReportWriter(style).write(report, page);
    }
}
