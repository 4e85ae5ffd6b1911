package org.muonframework.data;

/**
 * What trainings copy of the selected rows.
 *
 * @param bytesPerRow bytes of all copies for each row, without hits of images, about
 * @param hits how many copies there are of each hit, about
 */
public record TrainingCopies(long bytesPerRow, double hits) {

    /** No copies. */
    public static final TrainingCopies NONE = new TrainingCopies(0, 0);

    /** What is enough for either of two trainings, which follow each other. */
    public TrainingCopies most(TrainingCopies other) {
        return new TrainingCopies(Math.max(bytesPerRow, other.bytesPerRow), Math.max(hits, other.hits));
    }

    /** Bytes of a hit with its copies. */
    long bytesPerHit() {
        return (long) Math.ceil(ImagePlan.BYTES_PER_HIT * (1 + hits));
    }
}
