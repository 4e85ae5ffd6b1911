package org.muonframework.darksector.merit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.Sample;

/**
 * How much of all events the evaluated part holds: of the background by weight, of each mass point by signal rows. What
 * is expected in the data is what the evaluated part has, divided by its share.
 */
final class Shares {

    private final Sample evaluated;
    private final SearchColumns columns;
    private final List<Sample> others;
    private final List<List<MassPoint>> pointsOfOthers;
    private final double given;
    private final Optional<String> note;

    private Shares(Sample evaluated, SearchColumns columns, List<Sample> others, double given, Optional<String> note) {
        this.evaluated = evaluated;
        this.columns = columns;
        this.others = others;
        this.given = given;
        this.note = note;
        pointsOfOthers =
                others.stream().map(sample -> MassPoint.all(sample, columns)).toList();
    }

    static Shares of(Evaluation evaluation, Search search) {
        Sample evaluated = evaluation.evaluatedSample();
        List<Sample> others = new ArrayList<>(evaluation.samples());
        others.removeIf(sample -> sample == evaluated || sample.sharesRowsWith(evaluated));
        boolean alone = evaluation.samples().size() == 1;
        Optional<String> note = alone && search.evaluatedShare().isEmpty()
                ? Optional.of("Only the " + evaluated.part().label() + " part is at hand, which may be a part of all"
                        + " events only: background and limits are those of this part, not of the data. The key"
                        + " 'evaluated-share' says what part of all events it is")
                : Optional.empty();
        double given = alone ? search.evaluatedShare().orElse(1.0) : 1;
        return new Shares(evaluated, search.columns(), others, given, note);
    }

    /** What the reader must know. */
    Optional<String> note() {
        return note;
    }

    /** The share of the background; NaN if the weights of a part do not add up to more than 0. */
    double ofBackground() {
        double own = backgroundWeight(evaluated);
        double all = own;
        for (Sample sample : others) {
            all += backgroundWeight(sample);
        }
        return own > 0 && all > 0 ? given * own / all : hasBackground() ? Double.NaN : given;
    }

    /** The share of the signal of a mass point of the evaluated part. */
    double of(MassPoint point) {
        long all = point.rows().length;
        for (List<MassPoint> points : pointsOfOthers) {
            all += points.stream()
                    .filter(other -> other.isAt(point.mass()))
                    .mapToLong(other -> other.rows().length)
                    .sum();
        }
        return given * point.rows().length / all;
    }

    private boolean hasBackground() {
        double[] genMass = evaluated.columns().get(columns.genMass());
        for (int i = 0; i < genMass.length; i++) {
            if (Candidates.isBackground(evaluated.labels()[i], genMass[i])) {
                return true;
            }
        }
        return false;
    }

    private double backgroundWeight(Sample sample) {
        double[] genMass = sample.columns().get(columns.genMass());
        double sum = 0;
        for (int i = 0; i < genMass.length; i++) {
            sum += Candidates.isBackground(sample.labels()[i], genMass[i]) ? sample.weights()[i] : 0;
        }
        return sum;
    }
}
