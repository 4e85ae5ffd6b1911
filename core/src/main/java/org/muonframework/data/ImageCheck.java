package org.muonframework.data;

import java.util.ArrayList;
import java.util.List;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.problem.Problem;
import org.muonframework.spi.train.SparseImages;

/**
 * Watches over the hits of an image: a bad one is an error in training, and leaves its row without a prediction. Each row
 * counts once for each kind of fault.
 */
final class ImageCheck {

    private static final String ADVICE = "Mend the data, or leave such rows out by a selection";
    private static final String NO_PREDICTION = "Such rows have no prediction";

    private final ImagePlan plan;
    private final BadValues lengths;
    private final BadValues cells;
    private final BadValues infinite;
    private final BadValues negative;

    ImageCheck(ImagePlan plan) {
        this.plan = plan;
        String image = "image '" + plan.name() + "': ";
        lengths = new BadValues(image + "there are not as many values in '" + plan.values() + "' as cells in '"
                + plan.cells() + "', but more or, below 0, fewer");
        cells = new BadValues(image + "'" + plan.cells() + "' is no cell of " + plan.shape() + ", 0 to "
                + (plan.shape().elements() - 1));
        infinite = new BadValues(image + "'" + plan.values() + "' is not a finite number");
        negative = new BadValues(image + "'" + plan.values() + "' is negative");
    }

    /**
     * Looks at the given rows of a batch.
     *
     * @return which rows of the batch are bad
     */
    boolean[] look(Batch batch, SparseImages images, int[] rows, int count) {
        boolean[] bad = new boolean[batch.rows()];
        ImageHits hits = ImageHits.of(batch, plan);
        for (int i = 0; i < count; i++) {
            int row = rows[i];
            boolean uneven = hits.excess(row) != 0;
            if (uneven) {
                lengths.add(batch, row, hits.excess(row));
            }
            bad[row] = hasBadHits(batch, hits, images, row) || uneven;
        }
        return bad;
    }

    private boolean hasBadHits(Batch batch, ImageHits hits, SparseImages images, int row) {
        long limit = plan.shape().elements();
        int start = images.starts()[row];
        int outside = -1;
        int bad = -1;
        int below = -1;
        for (int hit = images.ends()[row] - 1; hit >= start; hit--) {
            float value = images.values()[hit];
            if (images.cells()[hit] < 0 || images.cells()[hit] >= limit) {
                outside = hit;
            }
            if (!Float.isFinite(value)) {
                bad = hit;
            } else if (value < 0) {
                below = hit;
            }
        }
        if (outside >= 0) {
            cells.add(batch, row, hits.cell(row, outside - start));
        }
        if (bad >= 0) {
            infinite.add(batch, row, hits.value(row, bad - start));
        }
        if (below >= 0) {
            negative.add(batch, row, hits.value(row, below - start));
        }
        return outside >= 0 || bad >= 0 || below >= 0 && refusesNegative();
    }

    private boolean refusesNegative() {
        return plan.negative() == ImagePlan.Negative.ERROR;
    }

    /** Whether nothing was found so far: hits may be looked up in an image. */
    boolean good() {
        return problems().isEmpty();
    }

    /** What was found, for a training. */
    List<Problem> problems() {
        return found(ADVICE, "images." + plan.name() + ".negative = keep allows it where it is meant, as with noise");
    }

    /** What was found, for a prediction. */
    List<String> warnings() {
        return found(NO_PREDICTION, NO_PREDICTION).stream()
                .map(Problem::toString)
                .toList();
    }

    private List<Problem> found(String advice, String adviceForNegative) {
        List<Problem> problems = new ArrayList<>();
        for (BadValues found : List.of(lengths, cells, infinite)) {
            if (found.count() > 0) {
                problems.add(found.problem(advice));
            }
        }
        if (refusesNegative() && negative.count() > 0) {
            problems.add(negative.problem(adviceForNegative));
        }
        return problems;
    }
}
