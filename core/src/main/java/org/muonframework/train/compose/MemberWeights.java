package org.muonframework.train.compose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.muonframework.spi.train.Ensemble;

/**
 * What each member of an ensemble counts, from the validation losses.
 *
 * @param members how the ensemble is made
 * @param losses the loss of each member; NaN where it tells none
 */
record MemberWeights(Members members, double[] losses) {

    /** The members with their weights, and what is to be said of them. */
    Ensemble ensemble() {
        List<String> unfit = members.weights() == Members.Weights.EQUAL
                ? List.of()
                : IntStream.range(0, losses.length)
                        .filter(member -> !(losses[member] > 0 && Double.isFinite(losses[member])))
                        .mapToObj(this::text)
                        .toList();
        boolean inverse = members.weights() == Members.Weights.VALIDATION_LOSS && unfit.isEmpty();
        double[] weights = inverse ? inverses() : equal();
        List<Ensemble.Member> found = new ArrayList<>();
        for (int member = 0; member < losses.length; member++) {
            found.add(new Ensemble.Member(losses[member], weights[member]));
        }
        List<String> warnings = Stream.of(fallBack(unfit), sameness())
                .filter(text -> !text.isEmpty())
                .toList();
        return new Ensemble("", members.over() == Members.Over.FOLDS, found, String.join("; ", warnings));
    }

    private double[] equal() {
        double[] weights = new double[losses.length];
        Arrays.fill(weights, 1.0 / losses.length);
        return weights;
    }

    /** In units of the largest, so that no loss is too small for its inverse. */
    private double[] inverses() {
        double least = Arrays.stream(losses).min().orElseThrow();
        double sum = Arrays.stream(losses).map(loss -> least / loss).sum();
        return Arrays.stream(losses).map(loss -> least / loss / sum).toArray();
    }

    private String text(int member) {
        return (Double.isNaN(losses[member]) ? "none" : String.format(Locale.ROOT, "%.5g", losses[member]))
                + " of member " + (member + 1);
    }

    private static String fallBack(List<String> unfit) {
        return unfit.isEmpty()
                ? ""
                : "all members count the same: weights = validation-loss takes the inverse of losses above 0, and there"
                        + " is " + String.join(", ", unfit);
    }

    /** Members that differ by their random numbers alone have the same loss only if nothing draws any. */
    private String sameness() {
        boolean same =
                members.over() == Members.Over.SEEDS && Arrays.stream(losses).allMatch(loss -> loss == losses[0]);
        return same
                ? "all members have exactly the same validation loss: nothing in their training is random, and they are"
                        + " one model; boosted trees differ with 'subsample' below 1, everything with over = folds"
                : "";
    }
}
