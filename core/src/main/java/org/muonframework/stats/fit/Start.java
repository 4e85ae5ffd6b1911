package org.muonframework.stats.fit;

import java.util.ArrayList;
import java.util.List;
import org.muonframework.stats.Binning;

/** Parameters with starting values and limits, from a first look at a histogram. */
final class Start {

    /** Full width at half maximum of a Gaussian in standard deviations. */
    private static final double FULL_WIDTH = 2.355;

    /** The steepest exponential: by how many powers of e it changes within the histogram. */
    private static final double STEEPEST = 50;

    private final BinnedModel model;
    private final FirstLook look;
    private final double low;
    private final double high;
    private final double narrowest;
    private final double total;

    /** @param total rows in the histogram, more than 0 */
    Start(BinnedModel model, FirstLook look, double total) {
        Binning binning = model.binning();
        this.model = model;
        this.look = look;
        this.total = total;
        low = binning.low(0);
        high = binning.high(binning.size() - 1);
        narrowest = (high - low) / binning.size();
    }

    /**
     * The parameters in the order of {@link BinnedModel}.
     *
     * @param stretch factor on the width that the peaks seem to have
     */
    List<FreeParameter> parameters(double stretch) {
        double fullWidth = look.fullWidth() * stretch;
        List<FreeParameter> parameters = new ArrayList<>();
        addMasses(parameters, fullWidth);
        addWidths(parameters, fullWidth);
        if (model.model().signal() == Signal.CRYSTAL_BALL) {
            parameters.add(new FreeParameter("alpha", 1.5, 0.2, 5, 0.1));
            parameters.add(new FreeParameter("power", 3, 1.01, 30, 0.3));
        }
        addYields(parameters);
        return parameters;
    }

    /** One peak may lie anywhere; several stay closer to where they were sought than to the middle between two. */
    private void addMasses(List<FreeParameter> parameters, double fullWidth) {
        double[] masses = look.masses();
        for (int k = 0; k < model.masses(); k++) {
            double reach = Double.POSITIVE_INFINITY;
            for (int other = 0; other < masses.length; other++) {
                reach = other == k ? reach : Math.min(reach, Math.abs(masses[other] - masses[k]) / 2);
            }
            double from = Math.max(low, masses[k] - reach);
            double to = Math.min(high, masses[k] + reach);
            String name = k == 0 ? "mass" : "mass-" + (k + 1);
            parameters.add(new FreeParameter(name, masses[k], from, to, fullWidth / 10));
        }
    }

    private void addWidths(List<FreeParameter> parameters, double fullWidth) {
        double sigma = fullWidth / FULL_WIDTH;
        if (model.model().signal() == Signal.BREIT_WIGNER) {
            if (model.resolution() > model.width()) {
                parameters.add(new FreeParameter("width", fullWidth / 2, 0, high - low, fullWidth / 10));
                sigma = sigma / 2;
            } else {
                double width = model.model().width().orElseThrow();
                double rest = Math.max(fullWidth * fullWidth - width * width, fullWidth * fullWidth / 16);
                sigma = Math.sqrt(rest) / FULL_WIDTH;
            }
        }
        parameters.add(new FreeParameter("resolution", sigma, narrowest / 20, (high - low) / 2, sigma / 10));
    }

    private void addYields(List<FreeParameter> parameters) {
        double inPeaks = 0;
        double[] yields = look.yields();
        for (int k = 0; k < yields.length; k++) {
            double yield = Math.min(total, Math.max(total / 100, yields[k]));
            inPeaks += yield;
            parameters.add(amount(k == 0 ? "yield" : "yield-" + (k + 1), yield));
        }
        Background background = model.model().background();
        int components = background.yields();
        double below = Math.max(total / 20, total - inPeaks);
        double mean = (look.left() + look.right()) / 2;
        for (int k = 0; k < components; k++) {
            double t = components == 1 ? 0.5 : k / (components - 1.0);
            double line = look.left() + (look.right() - look.left()) * t;
            double share = mean > 0 ? line / mean : 1;
            parameters.add(amount("background-" + (k + 1), Math.max(0.02, share) * below / components));
        }
        if (background == Background.EXPONENTIAL) {
            double steepest = STEEPEST / (high - low);
            double slope =
                    look.left() > 0 && look.right() > 0 ? Math.log(look.right() / look.left()) / (high - low) : 0;
            parameters.add(new FreeParameter("slope", slope, -steepest, steepest, 0.1 / (high - low)));
        }
    }

    private static FreeParameter amount(String name, double start) {
        return new FreeParameter(name, start, 0, Double.POSITIVE_INFINITY, start);
    }
}
