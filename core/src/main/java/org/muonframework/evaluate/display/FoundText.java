package org.muonframework.evaluate.display;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.Sample;
import org.muonframework.spi.model.Task;

/** What a model finds in an event, beside the truth, as a sentence behind the caption. */
record FoundText(Evaluation evaluation) {

    /** A sentence with a blank in front; empty where nothing is predicted. */
    String of(int row) {
        Sample sample = evaluation.evaluatedSample();
        List<String> parts = new ArrayList<>();
        if (sample.predictions().length > 0) {
            if (evaluation.task().classifies()) {
                parts.add(scores(sample, row));
            }
            for (int target = 0; target < evaluation.task().targets().size(); target++) {
                parts.add(target(sample, target, row));
            }
        }
        return parts.isEmpty() ? "" : " Found by " + evaluation.model() + ": " + String.join("; ", parts) + ".";
    }

    private String scores(Sample sample, int row) {
        Task task = evaluation.task();
        int best = task.scoredClasses().get(0);
        for (int klass : task.scoredClasses()) {
            best = score(sample, klass, row) > score(sample, best, row) ? klass : best;
        }
        String truth = sample.labels().length > 0 ? " (truth: " + task.classes().get(sample.labels()[row]) + ")" : "";
        return String.format(
                Locale.ROOT, "%s with a score of %.3f%s", task.classes().get(best), score(sample, best, row), truth);
    }

    private float score(Sample sample, int klass, int row) {
        return sample.predictions()[evaluation.task().scoreOf(klass)][row];
    }

    private String target(Sample sample, int target, int row) {
        String name = evaluation.task().targets().get(target);
        String unit = evaluation.unit(name);
        return String.format(
                Locale.ROOT,
                "%s %.4g%s (truth: %.4g)",
                name,
                sample.predictions()[evaluation.task().predictionOf(name)][row],
                unit.isEmpty() ? "" : " " + unit,
                sample.targets()[target][row]);
    }
}
