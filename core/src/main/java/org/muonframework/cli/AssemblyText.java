package org.muonframework.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.muonframework.data.ImagePlan;
import org.muonframework.data.MemoryLimit;
import org.muonframework.run.assemble.AssembledModel;
import org.muonframework.run.assemble.AssembledVariation;
import org.muonframework.run.assemble.Assembly;
import org.muonframework.run.plan.TrainingPlan;

/**
 * What would be run, as {@code framework check} tells it.
 *
 * @param assembly what would be run
 */
record AssemblyText(Assembly assembly) {

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
        plan.transforms()
                .forEach(transform -> out.printf(
                        "transform  %s: %s%n",
                        transform.name(), transform.transform().service().name()));
        for (AssembledVariation variation : assembly.variations()) {
            out.printf(
                    "variation  %s: %s%n",
                    variation.name(), variation.plan().dataset().service().name());
            variation.dataset().files().forEach(file -> out.println("           " + file));
        }
        if (!plan.features().isEmpty()) {
            out.println("features   " + String.join(", ", plan.features()));
        }
        for (ImagePlan image : plan.settings().imagePlans()) {
            out.printf("image      %s: %s, of %s and %s%n", image.name(), image.shape(), image.cells(), image.values());
        }
        if (!assembly.task().classes().isEmpty()) {
            out.println("classes    " + String.join(", ", assembly.task().classes()));
        }
        if (!assembly.task().targets().isEmpty()) {
            out.println("targets    " + String.join(", ", assembly.task().targets()));
        }
        if (assembly.models().isEmpty()) {
            out.println("model      none: the metrics look at the data as they are");
        }
        for (AssembledModel model : assembly.models()) {
            out.printf(
                    "model      %s: %s, %s%n",
                    model.plan().name(), model.model().family(), model.model().summary());
            model.batchMemory().ifPresent(text -> out.println("           " + text));
            composition(model.plan().training(), out);
        }
        memory(out);
    }

    private static void composition(TrainingPlan training, PrintWriter out) {
        training.regions()
                .ifPresent(regions -> out.printf(
                        "           one for each of %d regions of %s%n", regions.count(), regions.variable()));
        training.grid()
                .ifPresent(grid -> out.printf(
                        "           the best of %d points of %s, in %d folds%n",
                        grid.points().size(), String.join(" and ", grid.keys()), grid.folds()));
    }

    private void memory(PrintWriter out) {
        MemoryLimit limit = assembly.memoryLimit();
        String allowed = MemoryLimit.text(limit.bytes()) + " (" + limit.origin() + ")";
        if (assembly.memoryEstimate().isEmpty()) {
            out.println("memory     the selected rows may take " + allowed);
            return;
        }
        long estimate = assembly.memoryEstimate().getAsLong();
        String hits = assembly.task().images().isEmpty() ? "" : ", without the hits of images";
        out.println("memory     about " + MemoryLimit.text(estimate) + " of " + allowed + ", if all rows are selected"
                + hits);
        if (!limit.allows(estimate)) {
            out.println("           That is too much. " + limit.advice());
        }
    }
}
