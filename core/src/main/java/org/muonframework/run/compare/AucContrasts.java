package org.muonframework.run.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.muonframework.data.KeyKind;
import org.muonframework.run.AucContrast;
import org.muonframework.run.FinishedRun;
import org.muonframework.spi.model.Task;

/** The areas under the ROC curves of models against that of the first, from the predictions that their runs kept. */
final class AucContrasts {

    private final ComparedModel first;
    private final List<String> classes;

    AucContrasts(ComparedModel first) {
        this.first = first;
        this.classes = first.run().classes();
    }

    /** Each of the models against the first, for each class; none where the first does not classify. */
    List<AucContrast> of(List<ComparedModel> others) {
        List<AucContrast> contrasts = new ArrayList<>();
        if (classes.size() < 2) {
            return contrasts;
        }
        List<String> scores = new Task(List.of(), classes, List.of()).predictions();
        for (ComparedModel model : others) {
            if (!model.run().classes().equals(classes)) {
                contrasts.add(AucContrast.without("", model.name(), first.name(), "their classes differ"));
                continue;
            }
            for (int c = classes.size() == 2 ? 1 : 0; c < classes.size(); c++) {
                contrasts.add(contrast(model, c, scores.get(classes.size() == 2 ? 0 : c)));
            }
        }
        return contrasts;
    }

    private AucContrast contrast(ComparedModel model, int label, String score) {
        String name = classes.get(label);
        Optional<ScoreFile> one = ScoreFile.of(model, score);
        Optional<ScoreFile> other = ScoreFile.of(first, score);
        if (one.isEmpty() || other.isEmpty()) {
            return AucContrast.without(name, model.name(), first.name(), "a run keeps no predictions.parquet");
        }
        if (one.get().path().equals(other.get().path())) {
            ScoreRows rows = ScoreRows.ofFile(one.get(), other.get());
            return AucContrast.paired(
                    model.name(), rows.ofFirst(label, name), first.name(), rows.ofSecond(label, name));
        }
        return ofTwoFiles(model, label, one.get(), other.get());
    }

    private AucContrast ofTwoFiles(ComparedModel model, int label, ScoreFile one, ScoreFile other) {
        String name = classes.get(label);
        long ofOne = ScoreRows.count(one);
        long ofOther = ScoreRows.count(other);
        String basis = text("%,d and %,d rows, which may be the same", ofOne, ofOther);
        if (canBeMatched(model, one, other)) {
            ScoreRows common =
                    ScoreRows.common(one, other, model.run().eventKeys().keySet());
            boolean same = common.size() == ofOne && common.size() == ofOther;
            if (same && common.reweighted() == 0) {
                return AucContrast.paired(
                        model.name(), common.ofFirst(label, name), first.name(), common.ofSecond(label, name));
            }
            basis = same
                    ? text("the same %,d rows, %,d with another weight", ofOne, common.reweighted())
                    : text("different rows: %,d in common of %,d and %,d", common.size(), ofOne, ofOther);
        }
        return AucContrast.unpaired(
                model.name(),
                ScoreRows.ofFile(one, one).ofFirst(label, name),
                first.name(),
                ScoreRows.ofFile(other, other).ofFirst(label, name),
                basis + "; errors in quadrature, as if independent");
    }

    private boolean canBeMatched(ComparedModel model, ScoreFile one, ScoreFile other) {
        Map<String, KeyKind> keys = model.run().eventKeys();
        return keys.isEmpty()
                ? sameInputs(model.run(), first.run())
                : keys.equals(first.run().eventKeys())
                        && one.columns().containsAll(keys.keySet())
                        && other.columns().containsAll(keys.keySet());
    }

    private static String text(String format, Object... counts) {
        return String.format(Locale.ROOT, format, counts);
    }

    /** Without event keys, rows can only be the same if they come from the same files by the same choice. */
    private static boolean sameInputs(FinishedRun one, FinishedRun other) {
        return one.manifest().path("inputs").equals(other.manifest().path("inputs"))
                && one.manifest().path("seed").equals(other.manifest().path("seed"))
                && one.manifest().path("rows").equals(other.manifest().path("rows"));
    }
}
