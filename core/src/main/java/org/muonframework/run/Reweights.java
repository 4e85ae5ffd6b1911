package org.muonframework.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muonframework.data.FoldedData;
import org.muonframework.data.Prepared;
import org.muonframework.data.PreparedData;
import org.muonframework.data.PreparedPart;
import org.muonframework.data.weight.ReweightPlan;
import org.muonframework.data.weight.Reweighting;
import org.muonframework.run.assemble.AssembledModel;
import org.muonframework.run.assemble.Assembly;
import org.muonframework.run.assemble.ReweightCheck;
import org.muonframework.run.plan.ReweightSettings;
import org.muonframework.run.result.ModelResult;
import org.muonframework.spi.metric.MetricResult;

/**
 * How the training rows of each model are reweighted; fitted before anything is trained, so that no training is lost to
 * a reweighting that is impossible. With folds there is one fit for each, to its own training rows.
 */
final class Reweights {

    private final Assembly assembly;
    private final Map<String, List<Reweighting>> fitted = new HashMap<>();
    private final Map<String, List<MetricResult>> closures = new LinkedHashMap<>();

    private Reweights(Assembly assembly) {
        this.assembly = assembly;
    }

    /**
     * Fits and looks at what comes of it.
     *
     * @throws org.muonframework.spi.problem.DataException if the rows cannot be reweighted as the analysis says
     */
    static Reweights fit(Assembly assembly, Prepared data) {
        Reweights reweights = new Reweights(assembly);
        if (reweights.reweighted().isEmpty()) {
            return reweights;
        }
        if (data instanceof FoldedData folded) {
            for (int fold = 0; fold < folded.folds().count(); fold++) {
                reweights.add(folded.training(fold));
            }
        } else {
            reweights.add((PreparedData) data);
        }
        return reweights;
    }

    private List<AssembledModel> reweighted() {
        return assembly.models().stream()
                .filter(model -> ReweightCheck.active(model.plan()).isPresent())
                .toList();
    }

    private void add(PreparedData all) {
        for (AssembledModel model : reweighted()) {
            PreparedData data = new TrainedRows(assembly).of(model, all);
            ReweightSettings settings = model.plan().reweight().orElseThrow();
            List<String> classes = data.task().classes();
            PreparedPart training = data.training();
            ReweightPlan plan = new ReweightPlan(
                    settings.mode(),
                    settings.binned(),
                    settings.cap(),
                    settings.signal().map(classes::indexOf).orElse(1),
                    ReweightCheck.where(assembly.plan(), model.plan(), ""));
            Reweighting reweighting =
                    Reweighting.fit(plan, training.labels(), training.trainingWeights(), training.columns(), classes);
            fitted.computeIfAbsent(model.plan().name(), name -> new ArrayList<>())
                    .add(reweighting);
            closures.computeIfAbsent(model.plan().name(), name -> new ArrayList<>())
                    .add(new ReweightClosure(model.plan().name(), settings, plan, reweighting, data).result());
        }
    }

    /**
     * The training weights of a model.
     *
     * @param fold which of the folds the model is of; 0 without folds
     */
    float[] weights(AssembledModel model, int fold, PreparedPart part) {
        List<Reweighting> of = fitted.get(model.plan().name());
        if (of == null) {
            return part.trainingWeights();
        }
        double[] exact = of.get(fold)
                .apply(part.labels(), part.trainingWeights(), part.columns())
                .weights();
        float[] weights = new float[exact.length];
        for (int row = 0; row < exact.length; row++) {
            weights[row] = (float) exact[row];
        }
        return weights;
    }

    /** What the user must know of the weights before it is trained with them. */
    List<String> notes() {
        return closures.keySet().stream()
                .flatMap(model -> closure(model).stream()
                        .flatMap(closure -> closure.result().warnings().stream())
                        .map(note -> model + ", reweighting: " + note))
                .toList();
    }

    /** What a model's result is with the closure of its reweighting, if it was reweighted. */
    ModelResult withClosure(ModelResult result) {
        return result.with(closure(result.name()).stream().toList());
    }

    private Optional<ModelResult.NamedResult> closure(String model) {
        return Optional.ofNullable(closures.get(model)).map(ReweightClosure::merged);
    }
}
