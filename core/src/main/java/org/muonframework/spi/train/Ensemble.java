package org.muonframework.spi.train;

import java.util.List;
import java.util.Objects;

/**
 * Models of one kind whose predictions are averaged.
 *
 * @param region the rows that they are for, such as {@code 1 <= mass < 4}; empty for all
 * @param divided whether each was judged by rows of its own, which the others have fitted; if not, all by the same
 * @param members the models, in order
 * @param warning what must be known before the weights, or the members, are believed; empty if nothing
 */
public record Ensemble(String region, boolean divided, List<Member> members, String warning) {

    public Ensemble {
        Objects.requireNonNull(region, "region");
        members = List.copyOf(members);
        Objects.requireNonNull(warning, "warning");
    }

    /**
     * One of the models.
     *
     * @param loss its validation loss; NaN if it tells none
     * @param weight what its prediction counts in the mean; those of all members add up to 1
     */
    public record Member(double loss, double weight) {}

    /** The same ensemble, of a model for some of the rows. */
    public Ensemble of(String rows) {
        return new Ensemble(rows, divided, members, warning);
    }
}
