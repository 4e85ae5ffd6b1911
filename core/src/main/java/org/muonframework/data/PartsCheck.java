package org.muonframework.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.problem.DataException;
import org.muonframework.spi.problem.Problem;

/** Whether the parts of a split can be learned from; where nothing is trained there is nothing to ask for. */
final class PartsCheck {

    private final Recipe recipe;
    private final PreparationPlan plan;

    PartsCheck(Recipe recipe, PreparationPlan plan) {
        this.recipe = recipe;
        this.plan = plan;
    }

    /**
     * Looks at all parts that have rows.
     *
     * @param of whose parts they are, for messages: {@code of fold 2}, with a blank before; or empty
     * @throws DataException with everything that is wrong
     */
    void check(List<PreparedPart> parts, String of) {
        if (plan.split().isUndivided()) {
            return;
        }
        List<Problem> problems = new ArrayList<>();
        for (Part part : List.of(Part.TRAINING, Part.VALIDATION)) {
            Optional<PreparedPart> found =
                    parts.stream().filter(prepared -> prepared.part() == part).findFirst();
            if (found.isEmpty()) {
                problems.add(empty(part, parts, of));
            } else {
                weights(found.get(), of).ifPresent(problems::add);
            }
        }
        if (!plan.classes().isEmpty() && problems.isEmpty()) {
            classes(parts, of).ifPresent(problems::add);
        }
        if (!problems.isEmpty()) {
            throw new DataException(problems);
        }
    }

    private Problem empty(Part part, List<PreparedPart> parts, String of) {
        int rows = parts.stream().mapToInt(PreparedPart::size).sum();
        return new Problem(
                "",
                "the " + part.label() + " part" + (of.isEmpty() ? " of the split" : of) + " is empty: " + rows
                        + (rows == 1 ? " row" : " rows") + ", " + division() + ", split by " + recipe.splitBy()
                        + ". Rows with the same values there stay together: are there enough different ones?");
    }

    private String division() {
        return plan.folds()
                .map(folds -> folds.count() + " folds")
                .orElseGet(() -> "fractions " + plan.split().training() + " and "
                        + plan.split().validation());
    }

    private Optional<Problem> weights(PreparedPart part, String of) {
        for (float weight : part.trainingWeights()) {
            if (weight != 0) {
                return Optional.empty();
            }
        }
        boolean wasNegative = false;
        for (double weight : part.weights()) {
            wasNegative |= weight < 0;
        }
        return Optional.of(new Problem(
                "",
                "all " + part.size() + " weights of the " + part.part().label() + " part" + of + " are zero"
                        + (wasNegative ? " once the negative ones are set to zero" : "")));
    }

    private Optional<Problem> classes(List<PreparedPart> parts, String of) {
        long[] all = new long[plan.classes().size()];
        for (PreparedPart part : parts) {
            long[] counts = count(part);
            for (int c = 0; c < all.length; c++) {
                all[c] += counts[c];
            }
        }
        if (present(all) == 1) {
            return Optional.of(new Problem(
                    "",
                    "there is only one class, " + list(all) + ": nothing can be told apart. "
                            + "Is the label right, or does the selection take the other class away?"));
        }
        long[] training = count(parts.get(0));
        if (present(training) == 1) {
            return Optional.of(new Problem(
                    "",
                    "the training part" + of + " has only one class, " + list(training) + " (in all: " + list(all)
                            + ")"));
        }
        long[] weighing = countWeighing(parts.get(0));
        return present(weighing) == 1
                ? Optional.of(new Problem(
                        "",
                        "the training part" + of + " has only one class whose weights are not all zero, "
                                + list(weighing) + " (with those that weigh nothing: " + list(training) + ")"))
                : Optional.empty();
    }

    private long[] countWeighing(PreparedPart part) {
        long[] counts = new long[plan.classes().size()];
        for (int i = 0; i < part.size(); i++) {
            counts[part.labels()[i]] += part.trainingWeights()[i] != 0 ? 1 : 0;
        }
        return counts;
    }

    private long[] count(PreparedPart part) {
        long[] counts = new long[plan.classes().size()];
        for (int label : part.labels()) {
            counts[label]++;
        }
        return counts;
    }

    private static int present(long[] counts) {
        int present = 0;
        for (long count : counts) {
            present += count > 0 ? 1 : 0;
        }
        return present;
    }

    private String list(long[] counts) {
        List<String> words = new ArrayList<>();
        for (int c = 0; c < counts.length; c++) {
            if (counts[c] > 0) {
                words.add("'" + plan.classes().get(c) + "' (" + c + ") with " + counts[c] + " rows");
            }
        }
        return String.join(", ", words);
    }
}
