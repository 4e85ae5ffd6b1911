package org.muonframework.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.muonframework.run.AssembledModel;
import org.muonframework.run.Assembly;

/**
 * What {@code framework check} found to be right.
 *
 * @param assembly what would be run
 */
record AssemblyText(Assembly assembly) {

    private static final double MEBIBYTE = 1024.0 * 1024.0;

    void print(PrintWriter out) {
        var plan = assembly.plan();
        out.println("analysis   " + plan.name() + ", seed " + plan.settings().seed());
        out.printf(
                "dataset    %s: %d columns, %s%n",
                plan.dataset().service().name(),
                assembly.dataset().schema().columns().size(),
                assembly.dataset().rows().isPresent()
                        ? String.format(
                                Locale.ROOT,
                                "%,d rows",
                                assembly.dataset().rows().getAsLong())
                        : "number of rows not known before reading");
        assembly.dataset().files().forEach(file -> out.println("           " + file));
        out.println("features   " + String.join(", ", plan.features()));
        if (!assembly.task().classes().isEmpty()) {
            out.println("classes    " + String.join(", ", assembly.task().classes()));
        }
        if (!assembly.task().targets().isEmpty()) {
            out.println("targets    " + String.join(", ", assembly.task().targets()));
        }
        for (AssembledModel model : assembly.models()) {
            out.printf(
                    "model      %s: %s, %s%n",
                    model.plan().name(), model.model().family(), model.model().summary());
        }
        assembly.memoryEstimate()
                .ifPresent(bytes -> out.printf(
                        Locale.ROOT,
                        "memory     about %,.0f MiB for the rows, if all are selected%n",
                        bytes / MEBIBYTE));
        out.println("nothing wrong was found; data values are checked when they are read");
    }
}
