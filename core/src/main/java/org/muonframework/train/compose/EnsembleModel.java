package org.muonframework.train.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.train.Ensemble;
import org.muonframework.spi.train.FeatureGains;
import org.muonframework.spi.train.Features;
import org.muonframework.spi.train.History;
import org.muonframework.spi.train.Search;
import org.muonframework.spi.train.TrainedModel;

/** Predicts the weighted mean of its members: of probabilities for scores, in their own unit for targets. */
final class EnsembleModel implements TrainedModel {

    private final Members settings;
    private final Ensemble ensemble;
    private final NamedParts members;

    /**
     * With trained members.
     *
     * @param settings how they were made
     * @param ensemble what each counts
     * @param models the members, which are closed with this
     */
    EnsembleModel(Members settings, Ensemble ensemble, List<TrainedModel> models) {
        this.settings = settings;
        this.ensemble = ensemble;
        members = new NamedParts(
                models,
                IntStream.rangeClosed(1, models.size())
                        .mapToObj(number -> "member " + number)
                        .toList());
    }

    /** The directory of a member. */
    static String directory(int member) {
        return "member-" + member;
    }

    @Override
    public Task task() {
        return members.models().get(0).task();
    }

    @Override
    public float[][] predict(Features features) {
        double[][] sums = new double[task().predictions().size()][features.rows()];
        for (int member = 0; member < members.models().size(); member++) {
            float[][] own = members.models().get(member).predict(features);
            for (int p = 0; p < sums.length; p++) {
                addTo(sums[p], weight(member), own[p]);
            }
        }
        float[][] means = new float[sums.length][features.rows()];
        for (int p = 0; p < sums.length; p++) {
            for (int row = 0; row < sums[p].length; row++) {
                means[p][row] = (float) sums[p][row];
            }
        }
        return means;
    }

    private static void addTo(double[] sums, double weight, float[] values) {
        for (int row = 0; row < sums.length; row++) {
            sums[row] += weight * values[row];
        }
    }

    private double weight(int member) {
        return ensemble.members().get(member).weight();
    }

    @Override
    public History history() {
        return members.history();
    }

    @Override
    public List<Search> searches() {
        return members.told(TrainedModel::searches, Search::of);
    }

    @Override
    public List<Ensemble> ensembles() {
        return List.of(ensemble);
    }

    /**
     * The mean over the members, with their weights. A member without a split on a feature counts as 0 for it, and one
     * without a split for an output or a region does not count there.
     */
    @Override
    public List<FeatureGains> featureGains() {
        Map<List<String>, Double> weights = new LinkedHashMap<>();
        Map<List<String>, Map<String, Double>> sums = new HashMap<>();
        for (int member = 0; member < members.models().size(); member++) {
            double weight = weight(member);
            for (FeatureGains gains : members.models().get(member).featureGains()) {
                List<String> part = List.of(gains.output(), gains.region());
                weights.merge(part, weight, Double::sum);
                Map<String, Double> sum = sums.computeIfAbsent(part, key -> new LinkedHashMap<>());
                gains.shares().forEach((feature, share) -> sum.merge(feature, weight * share, Double::sum));
            }
        }
        List<FeatureGains> means = new ArrayList<>();
        weights.forEach((part, weight) -> {
            Map<String, Double> mean = sums.get(part);
            mean.replaceAll((feature, sum) -> sum / weight);
            means.add(new FeatureGains(part.get(0), part.get(1), mean));
        });
        return means;
    }

    @Override
    public OptionalLong parameters() {
        return members.parameters();
    }

    @Override
    public void save(Path directory) throws IOException {
        for (int member = 0; member < members.models().size(); member++) {
            members.models().get(member).save(Files.createDirectory(directory.resolve(directory(member))));
        }
        new EnsembleFile(settings, ensemble).write(directory);
    }

    @Override
    public void close() {
        members.close();
    }
}
