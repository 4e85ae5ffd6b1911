package org.muonframework.evaluate.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muonframework.evaluate.Findings;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.train.Ensemble;

/** What the members of ensembles count, as values under the name {@value #NAME}. */
public final class EnsembleFindings {

    /** What stands in the place of a metric's name. */
    public static final String NAME = "ensemble";

    /** The validation loss of each member. */
    public static final String LOSS = "ensemble-loss";

    /** What its prediction counts in the mean. */
    public static final String WEIGHT = "ensemble-weight";

    /** The key of the number of a member, from 1. */
    public static final String MEMBER = "member";

    /** The key of the region that the ensemble is for. */
    public static final String REGION = "region";

    /** The key of the fold whose model it is. */
    public static final String FOLD = "fold";

    private EnsembleFindings() {}

    /**
     * Of one training, or of the trainings of all folds.
     *
     * @param folds the ensembles of each training: of all rows, or one of each region
     */
    public static MetricResult of(List<List<Ensemble>> folds) {
        Findings findings = new Findings();
        for (int fold = 0; fold < folds.size(); fold++) {
            for (Ensemble ensemble : folds.get(fold)) {
                Map<String, String> keys = new LinkedHashMap<>();
                if (folds.size() > 1) {
                    keys.put(FOLD, String.valueOf(fold));
                }
                if (!ensemble.region().isEmpty()) {
                    keys.put(REGION, ensemble.region());
                }
                add(ensemble, keys, findings);
            }
        }
        return findings.result();
    }

    private static void add(Ensemble ensemble, Map<String, String> keys, Findings findings) {
        for (int member = 0; member < ensemble.members().size(); member++) {
            Map<String, String> own = new LinkedHashMap<>(keys);
            own.put(MEMBER, String.valueOf(member + 1));
            Ensemble.Member found = ensemble.members().get(member);
            MetricValue loss = value(LOSS, found.loss(), own);
            if (Double.isNaN(found.loss())) {
                findings.addMissing(loss, "its training tells no validation loss");
            } else {
                findings.add(loss);
            }
            findings.add(value(WEIGHT, found.weight(), own));
        }
        if (ensemble.divided()) {
            findings.note(
                    "each member is judged by a fold of its own, so that losses differ by rows too; each row of the"
                            + " validation part was fitted by all members but one, and numbers on that part are optimistic");
        }
        if (!ensemble.warning().isEmpty()) {
            findings.warn(where(keys) + ensemble.warning());
        }
    }

    /** {@code fold 1, mass < 4: }; empty where there is only one ensemble. */
    private static String where(Map<String, String> keys) {
        List<String> parts = new ArrayList<>();
        Optional.ofNullable(keys.get(FOLD)).ifPresent(fold -> parts.add("fold " + fold));
        Optional.ofNullable(keys.get(REGION)).ifPresent(parts::add);
        return parts.isEmpty() ? "" : String.join(", ", parts) + ": ";
    }

    private static MetricValue value(String name, double value, Map<String, String> keys) {
        return new MetricValue(name, Part.TRAINING, value, Double.NaN, Double.NaN, "", keys);
    }
}
