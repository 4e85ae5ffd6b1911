package org.muonframework.run;

import java.nio.file.Files;
import org.muonframework.spi.problem.ConfigurationException;

/** Draws the report of a run again from what it wrote: no data, no training, no plugin. */
public final class ReportRedraw {

    private ReportRedraw() {}

    /**
     * Replaces figures and page.
     *
     * @throws ConfigurationException if the run is not finished, or kept no report that could be drawn again
     * @throws org.muonframework.spi.problem.DataException if a file cannot be read or written
     */
    public static void redraw(RunDirectory run) {
        requireFinished(run);
        if (!Files.isRegularFile(run.reportData())) {
            throw new ConfigurationException(
                    run.path().toString(),
                    "keeps no report.json: an older version made it. 'framework run " + run.configuration()
                            + "' makes it anew");
        }
        run.reportFiles().redraw();
    }

    /** Refuses a run that is at work, or ended before its report. */
    static void requireFinished(RunDirectory run) {
        String status = Manifest.statusOf(run);
        if (!status.equals("complete")) {
            throw new ConfigurationException(
                    run.path().toString(),
                    "is not finished (" + status + "): 'framework run --resume " + run.path() + "' goes on with it");
        }
    }
}
