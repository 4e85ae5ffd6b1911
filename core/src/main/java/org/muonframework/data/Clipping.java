package org.muonframework.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sets values of features beyond the limits to the limits, and counts them; missing values stay what they are. */
final class Clipping {

    private final List<String> features;
    private final Optional<Clip> clip;
    private final MissingPolicy missing;
    private final long[] below;
    private final long[] above;
    private long rows;

    /**
     * Ready for the first rows.
     *
     * @param features the features in the order in which rows hold them
     * @param clip the limits; without them nothing happens
     * @param missing what is a missing value
     */
    Clipping(List<String> features, Optional<Clip> clip, MissingPolicy missing) {
        this.features = List.copyOf(features);
        this.clip = clip;
        this.missing = missing;
        below = new long[features.size()];
        above = new long[features.size()];
    }

    /**
     * Looks at the next rows.
     *
     * @param values {@code values[f][row]}; an array with values beyond the limits is replaced by another, never written
     *     to
     * @param some indices of the rows to look at
     * @param count number of them
     */
    void apply(float[][] values, int[] some, int count) {
        rows += count;
        if (clip.isEmpty()) {
            return;
        }
        float low = (float) clip.get().low();
        float high = (float) clip.get().high();
        for (int f = 0; f < values.length; f++) {
            if (clip.get().holdsFor(features.get(f))) {
                values[f] = clipped(f, values[f], low, high, some, count);
            }
        }
    }

    private float[] clipped(int f, float[] values, float low, float high, int[] some, int count) {
        float[] clipped = values;
        for (int i = 0; i < count; i++) {
            float value = values[some[i]];
            if ((value < low || value > high) && !missing.isMissing(value)) {
                clipped = clipped == values ? values.clone() : clipped;
                clipped[some[i]] = value < low ? low : high;
                below[f] += value < low ? 1 : 0;
                above[f] += value > high ? 1 : 0;
            }
        }
        return clipped;
    }

    /** What was done to the features of which some values lay beyond the limits. */
    List<ClipCount> counts() {
        List<ClipCount> counts = new ArrayList<>();
        clip.ifPresent(limits -> {
            for (int f = 0; f < below.length; f++) {
                if (below[f] + above[f] > 0) {
                    counts.add(new ClipCount(features.get(f), limits, below[f], above[f], rows));
                }
            }
        });
        return counts;
    }
}
