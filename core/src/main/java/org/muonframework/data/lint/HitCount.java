package org.muonframework.data.lint;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.muonframework.data.ImagePlan;
import org.muonframework.spi.data.Column;

/** How many hits the images of rows have, and how many rows have none: a note, for neither need be wrong. */
final class HitCount implements Check {

    private final ImagePlan image;
    private long rows;
    private long empty;
    private long hits;
    private Optional<Place> firstEmpty = Optional.empty();

    HitCount(ImagePlan image) {
        this.image = image;
    }

    @Override
    public void look(LintRows batch) {
        int[] offsets = ((Column.Jagged) batch.column(image.cells())).offsets();
        for (int i = 0; i < batch.count(); i++) {
            int row = batch.row(i);
            int length = offsets[row + 1] - offsets[row];
            rows++;
            hits += length;
            if (length == 0) {
                firstEmpty = empty++ == 0 ? Optional.of(batch.place(i)) : firstEmpty;
            }
        }
    }

    @Override
    public List<Finding> findings() {
        if (rows == 0) {
            return List.of();
        }
        String found = String.format(
                Locale.ROOT,
                "image '%s' has %.1f hits in a row on average, in %,d cells; ",
                image.name(),
                (double) hits / rows,
                image.shape().elements());
        return List.of(new Finding(
                "hit-count",
                Severity.NOTE,
                List.of(image.cells(), image.values()),
                empty,
                firstEmpty,
                found + (empty == 0 ? "no row is empty" : FindingText.share(empty, rows, "rows") + " have none"),
                "Nothing to do where this is what the detector sees; rows without a hit are left out by a selection."));
    }
}
