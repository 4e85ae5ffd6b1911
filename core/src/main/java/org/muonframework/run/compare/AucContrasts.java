package org.muonframework.run.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.muonframework.run.result.AucContrast;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.model.Task;

/**
 * The areas under the ROC curves of two models, from the predictions that their runs kept.
 *
 * @param model the model
 * @param reference the one that it is compared with
 * @param classes the classes of both
 */
record AucContrasts(ComparedModel model, ComparedModel reference, List<String> classes) {

    /**
     * Each model against the first before it that has the same name, in another run; where there is none against the
     * first of all. None where the reference does not classify, or a run trained nothing.
     */
    static List<AucContrast> of(List<ComparedModel> models) {
        List<AucContrast> contrasts = new ArrayList<>();
        for (int m = 1; m < models.size(); m++) {
            ComparedModel model = models.get(m);
            ComparedModel reference = models.subList(0, m).stream()
                    .filter(earlier -> earlier.model().equals(model.model()))
                    .findFirst()
                    .orElse(models.get(0));
            contrasts.addAll(new AucContrasts(model, reference, reference.run().classes()).ofClasses());
        }
        return contrasts;
    }

    private List<AucContrast> ofClasses() {
        if (classes.size() < 2
                || model.run().evaluated() == Part.WHOLE
                || reference.run().evaluated() == Part.WHOLE) {
            return List.of();
        }
        if (!model.run().classes().equals(classes)) {
            return List.of(AucContrast.without("", model.name(), reference.name(), "their classes differ"));
        }
        Task task = new Task(List.of(), classes, List.of());
        return task.scoredClasses().stream()
                .map(c -> contrast(c, task.predictions().get(task.scoreOf(c))))
                .toList();
    }

    private AucContrast contrast(int label, String score) {
        String name = classes.get(label);
        Optional<ScoreFile> one = ScoreFile.of(model, score);
        Optional<ScoreFile> other = ScoreFile.of(reference, score);
        if (one.isEmpty() || other.isEmpty()) {
            return AucContrast.without(name, model.name(), reference.name(), "a run keeps no predictions.parquet");
        }
        if (one.get().path().equals(other.get().path())) {
            ScoreRows rows = ScoreRows.ofFile(one.get(), other.get());
            return AucContrast.paired(
                    model.name(), rows.ofFirst(label, name), reference.name(), rows.ofSecond(label, name));
        }
        return ofTwoFiles(label, one.get(), other.get());
    }

    private AucContrast ofTwoFiles(int label, ScoreFile one, ScoreFile other) {
        String name = classes.get(label);
        long ofOne = ScoreRows.count(one);
        long ofOther = ScoreRows.count(other);
        Optional<String> obstacle = new EventIdentity(model.run(), reference.run()).obstacle();
        String basis;
        if (obstacle.isPresent()) {
            basis = text("%,d and %,d rows: ", ofOne, ofOther) + obstacle.get();
        } else {
            ScoreRows common =
                    ScoreRows.common(one, other, model.run().eventKeys().keySet());
            boolean same = common.size() == ofOne && common.size() == ofOther;
            if (same && common.reweighted() == 0) {
                return AucContrast.paired(
                        model.name(), common.ofFirst(label, name), reference.name(), common.ofSecond(label, name));
            }
            basis = same
                    ? text("the same %,d rows, %,d with another weight", ofOne, common.reweighted())
                    : text("different rows: %,d in common of %,d and %,d", common.size(), ofOne, ofOther);
        }
        return AucContrast.unpaired(
                model.name(),
                ScoreRows.ofFile(one, one).ofFirst(label, name),
                reference.name(),
                ScoreRows.ofFile(other, other).ofFirst(label, name),
                basis + "; errors in quadrature, as if independent");
    }

    private static String text(String format, Object... counts) {
        return String.format(Locale.ROOT, format, counts);
    }
}
