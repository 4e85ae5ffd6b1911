package org.muonframework.dimuon.spinquest.kinematics;

import java.util.List;
import java.util.Map;
import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;
import org.muonframework.spi.settings.Range;

/** Settings of {@link DimuonKinematicsProvider}. */
@Doc("Momentum fractions from predicted momenta and masses, distributions beside the true ones, and widths that are"
        + " those of the prior.")
public record DimuonKinematicsSettings(
        @Doc("Number of bins of distributions and residuals.") @Default("50") @Range(min = 5, max = 1000)
        int bins,

        @Doc("Number of bins of the predicted mass in which its error is found, of equal weight.")
        @Default("12")
        @Range(min = 1, max = 200)
        int pullBins,

        @Doc("Number of places, evenly over the rows in order of their truth, at which it is seen how predictions"
                + " follow the truth.")
        @Default("20")
        @Range(min = 2, max = 200)
        int places,

        @Doc("For a target, x1, x2 or xF an expression over the columns to compare with, such as what swim-back finds.")
        @Default("{}")
        Map<String, String> reference,

        @Doc("Names of targets, x1, x2 or xF whose distributions are drawn on a logarithmic scale.") @Default("[]")
        List<String> logarithmic) {

    public DimuonKinematicsSettings {
        logarithmic = List.copyOf(logarithmic);
        reference = Map.copyOf(reference);
    }
}
