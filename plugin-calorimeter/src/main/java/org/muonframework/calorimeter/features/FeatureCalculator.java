package org.muonframework.calorimeter.features;

/** Computes the features of one event after the other in the same memory, about 1 MB; for one thread. */
public final class FeatureCalculator {

    private final HitCells hits = new HitCells();
    private final EnergyMoments moments = new EnergyMoments();
    private final Clusters clusters = new Clusters();
    private final CubeSums cubes = new CubeSums();
    private final Bending bending = new Bending();

    /**
     * Computes all features of an event.
     *
     * @param cells numbers of cells, see {@link org.muonframework.calorimeter.grid.CellGrid}; those of the event are from
     *     {@code from} to before {@code to}, in any order
     * @param energies energy in each of them, in GeV
     * @param x where the muon enters, in mm
     * @param y where the muon enters, in mm
     * @param values takes the features, by the {@link HighLevelFeature#ordinal} of each
     * @throws IllegalArgumentException with the number of the hit, counted from 0 in the event, if a cell is outside the
     *     calorimeter or twice there, or an energy is negative or no number; or if the muon misses the calorimeter
     */
    public void compute(int[] cells, float[] energies, int from, int to, double x, double y, double[] values) {
        hits.take(cells, energies, from, to, x, y);
        moments.compute(hits, values);
        clusters.compute(hits, values);
        cubes.compute(hits, values);
        bending.compute(hits, values);
    }
}
