package org.muonframework.train.fused.kernel;

/** The kernels of volumes with the processor's vectors. */
final class VectorVolumeKernels extends LineVolumeKernels {

    private final VectorConvolutions convolutions = new VectorConvolutions();
    private final VectorGradients gradients = new VectorGradients();

    /**
     * Kernels of volumes.
     *
     * @param width columns of a dense block's panel
     */
    VectorVolumeKernels(int width) {
        super(width, new VectorLines());
    }

    @Override
    public void convolve(
            Volume as,
            float[] a,
            int aFrom,
            Filter filter,
            float[] w,
            int wFrom,
            float[] bias,
            int biasFrom,
            Volume cs,
            float[] c,
            int cFrom) {
        convolutions.convolve(as, a, aFrom, filter, w, wFrom, bias, biasFrom, cs, c, cFrom);
    }

    @Override
    public void convolveBack(
            Volume ds, float[] d, int dFrom, Filter filter, float[] w, int wFrom, Volume gs, float[] g, int gFrom) {
        convolutions.convolveBack(ds, d, dFrom, filter, w, wFrom, gs, g, gFrom);
    }

    @Override
    public void convolveOuter(
            Volume as,
            float[] a,
            int aFrom,
            Volume ds,
            float[] d,
            int dFrom,
            Filter filter,
            boolean fresh,
            float[] g,
            int gFrom) {
        gradients.convolveOuter(as, a, aFrom, ds, d, dFrom, filter, fresh, g, gFrom);
    }
}
