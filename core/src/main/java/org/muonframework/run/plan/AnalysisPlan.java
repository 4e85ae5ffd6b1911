package org.muonframework.run.plan;

import com.typesafe.config.Config;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.muonframework.spi.DatasetProvider;
import org.muonframework.spi.DisplayProvider;
import org.muonframework.spi.MetricProvider;

/**
 * An analysis file whose every key is understood: nothing has been read or made yet.
 *
 * @param name name of the analysis, for the run directory and the report
 * @param resolved the configuration with everything filled in; reading it again gives this plan
 * @param settings keys that belong to no section of a plugin
 * @param dataset the dataset
 * @param preparation keys of the dataset section that hold for every dataset
 * @param transforms the transforms of the dataset, in the order given
 * @param models the models to train, in order of their names; none where metrics look at the data as they are
 * @param metrics the metrics, in the order given
 * @param variations other simulations that the models are judged on, in the order of their names
 * @param origins place in the configuration of keys that are checked against the data later, by key
 * @param displays the displays of events that are installed, with their default settings
 */
public record AnalysisPlan(
        String name,
        Config resolved,
        AnalysisSettings settings,
        Configured<DatasetProvider<?>> dataset,
        DatasetSettings preparation,
        List<TransformPlan> transforms,
        List<ModelPlan> models,
        List<Configured<MetricProvider<?>>> metrics,
        List<VariationPlan> variations,
        Map<String, String> origins,
        List<Configured<DisplayProvider<?>>> displays) {

    public AnalysisPlan {
        transforms = List.copyOf(transforms);
        models = List.copyOf(models);
        metrics = List.copyOf(metrics);
        variations = List.copyOf(variations);
        origins = Map.copyOf(origins);
        displays = List.copyOf(displays);
    }

    /** The name of an analysis that has none of its own: the file's, without its ending. */
    public static String nameOf(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** All features of all models, each once, in order. */
    public List<String> features() {
        return models.isEmpty()
                ? settings.features()
                : models.stream()
                        .flatMap(model -> model.features().stream())
                        .distinct()
                        .toList();
    }

    /** Where a key stands: {@code analysis.conf:14}, or the key itself where it was not given. */
    public String where(String key) {
        return origins.getOrDefault(key, key);
    }
}
