package org.muonframework.run;

import java.util.ArrayList;
import java.util.List;
import org.muonframework.evaluate.training.EnsembleFindings;
import org.muonframework.evaluate.training.GainFindings;
import org.muonframework.evaluate.training.GridFindings;
import org.muonframework.run.result.ModelResult.NamedResult;
import org.muonframework.spi.metric.Chapter;
import org.muonframework.spi.train.Ensemble;
import org.muonframework.spi.train.FeatureGains;
import org.muonframework.spi.train.Search;
import org.muonframework.spi.train.TrainedModel;

/** What trained models tell of their training: one model, or that of each fold. */
final class TrainingFindings {

    private final List<List<Search>> searches = new ArrayList<>();
    private final List<List<Ensemble>> ensembles = new ArrayList<>();
    private final List<List<FeatureGains>> gains = new ArrayList<>();

    /** Adds the only model, or that of the next fold. */
    void add(TrainedModel trained) {
        searches.add(trained.searches());
        ensembles.add(trained.ensembles());
        gains.add(trained.featureGains());
    }

    /** Results in the places of metrics; none of what no model tells. */
    List<NamedResult> results() {
        List<NamedResult> results = new ArrayList<>();
        if (!searches.get(0).isEmpty()) {
            results.add(new NamedResult(GridFindings.NAME, Chapter.TRAINING, GridFindings.of(searches)));
        }
        if (!ensembles.get(0).isEmpty()) {
            results.add(new NamedResult(EnsembleFindings.NAME, Chapter.TRAINING, EnsembleFindings.of(ensembles)));
        }
        if (!gains.stream().allMatch(List::isEmpty)) {
            results.add(new NamedResult(GainFindings.NAME, Chapter.TRAINING, GainFindings.of(gains)));
        }
        return results;
    }
}
