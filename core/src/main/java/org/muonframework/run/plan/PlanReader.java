package org.muonframework.run.plan;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import com.typesafe.config.ConfigValueType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muonframework.config.AnalysisFileReader;
import org.muonframework.config.Problems;
import org.muonframework.config.SettingsBinder;
import org.muonframework.data.FoldPlan;
import org.muonframework.plugin.PluginRegistry;
import org.muonframework.plugin.ServiceKind;
import org.muonframework.spi.DatasetProvider;
import org.muonframework.spi.MetricProvider;
import org.muonframework.spi.ModelProvider;
import org.muonframework.spi.TrainerProvider;

/** Binds a configuration to a plan; reports all that is wrong with it together. */
public final class PlanReader {

    private static final Set<String> SECTIONS =
            Entries.with(TrainingPlan.KEYS, "dataset", "model", "models", "trainer", "metrics", VariationReader.KEY);

    private static final String IMAGES = "images";

    private static final Set<String> ENTRY_SECTIONS =
            Entries.with(TrainingPlan.KEYS, "model", "trainer", ReweightSettings.KEY);

    /** What has no meaning where nothing is trained. */
    private static final List<String> OF_TRAINING = List.of(
            "trainer",
            "folds",
            "split",
            "weights.negative",
            "weights.normalise",
            "weights.reweight",
            RegionSettings.KEY,
            GridSettings.KEY,
            EnsembleSettings.KEY,
            OmitSettings.KEY,
            TrainingPlan.TRAIN_ON,
            VariationReader.KEY);

    /** What {@code folds} replace in the section {@code split}. */
    private static final List<String> FRACTIONS = List.of("train", "validation");

    private final PluginRegistry registry;
    private final SettingsBinder binder;

    /** With the services that may be named and the binder of their settings. */
    @Inject
    public PlanReader(PluginRegistry registry, SettingsBinder binder) {
        this.registry = registry;
        this.binder = binder;
    }

    /**
     * Reads a plan.
     *
     * @param config the resolved configuration
     * @param fallbackName the name where neither {@code name} nor {@code analysis} is given
     * @throws org.muonframework.spi.problem.ConfigurationException with every problem found
     */
    public AnalysisPlan read(Config config, String fallbackName) {
        return new Reading(config).plan(fallbackName);
    }

    /** One reading: the configuration and the problems met so far. */
    private final class Reading {

        private final Config config;
        private final ConfigObject root;
        private final Problems problems = new Problems();
        private final SectionReader sections = new SectionReader(registry, binder, problems);
        private final ReweightReader reweights;
        private final TrainingPlanReader trainings;

        Reading(Config config) {
            this.config = config;
            this.root = written(config.root());
            this.reweights = new ReweightReader(root, binder, problems);
            this.trainings = new TrainingPlanReader(root, binder, problems);
        }

        private static ConfigObject written(ConfigObject all) {
            ConfigObject there = Entries.written(all, Entries.with(List.copyOf(SECTIONS), IMAGES));
            return there.get(IMAGES) instanceof ConfigObject images
                    ? there.withValue(IMAGES, Entries.written(images, images.keySet()))
                    : there;
        }

        AnalysisPlan plan(String fallbackName) {
            Optional<AnalysisSettings> settings = binder.bind(root, "", AnalysisSettings.class, SECTIONS, problems);
            Optional<ConfigObject> dataset = requiredSection("dataset");
            Optional<DatasetSettings> preparation = dataset.flatMap(section ->
                    binder.bind(section, "dataset", DatasetSettings.class, sections.keysOfDataset(section), problems));
            Optional<Configured<DatasetProvider<?>>> provider =
                    dataset.flatMap(section -> sections.dataset("dataset", section));
            List<TransformPlan> transforms = dataset.map(
                            section -> new TransformReader(registry, binder, problems).read(section, "dataset"))
                    .orElse(List.of());
            List<ModelPlan> models =
                    models(settings.map(AnalysisSettings::features).orElse(List.of()));
            List<Configured<MetricProvider<?>>> metrics = metrics();
            List<VariationPlan> variations = dataset.map(this::variations).orElse(List.of());
            settings.ifPresent(this::checkFolds);
            if (models.isEmpty()) {
                checkMeasurement(metrics);
            }
            problems.throwIfAny();
            AnalysisSettings bound = settings.orElseThrow();
            String name = bound.name().or(bound::analysis).orElse(fallbackName);
            Map<String, String> routes = new HashMap<>();
            models.forEach(model -> routes.putAll(model.training().derived()));
            return new AnalysisPlan(
                    name,
                    resolved(bound),
                    bound,
                    provider.orElseThrow(),
                    preparation.orElseThrow().deriving(routes),
                    transforms,
                    models,
                    metrics,
                    variations.stream()
                            .map(variation -> variation.deriving(routes))
                            .toList(),
                    origins(),
                    new DisplayReader(registry, binder).defaults());
        }

        /** Without a model there is nothing to train, but metrics may look at the data as they are. */
        private void checkMeasurement(List<Configured<MetricProvider<?>>> metrics) {
            if (metrics.isEmpty() && problems.isEmpty()) {
                problems.add(
                        "",
                        "there is nothing to do: neither 'model' nor 'metrics' is given; 'analysis = NAME' takes them"
                                + " from a preset");
            }
            for (String key : OF_TRAINING) {
                if (config.hasPath(key)
                        && root.get("model") == null
                        && root.get("models") == null
                        && !config.getAnyRef(key).equals(0)) {
                    problems.add(
                            AnalysisFileReader.origin(config.getValue(key)),
                            "'" + key + "' has no meaning without a 'model': the section is missing");
                }
            }
        }

        /** With folds, the fractions of a split say nothing: a preset's are dropped, the user's own are a mistake. */
        private void checkFolds(AnalysisSettings settings) {
            if (settings.folds() == 0) {
                return;
            }
            String folds = AnalysisFileReader.origin(root.get("folds"));
            if (settings.folds() < FoldPlan.LEAST) {
                problems.add(
                        folds,
                        "'folds' is " + settings.folds() + ": each model needs a fold to be tested on, one to be"
                                + " validated on and more to be trained on, so at least " + FoldPlan.LEAST
                                + " are needed; 0 is for one split");
            }
            if (root.get("split") instanceof ConfigObject split) {
                for (String key : FRACTIONS) {
                    ConfigValue value = split.get(key);
                    if (value != null && !AnalysisFileReader.isOfPreset(value)) {
                        problems.add(
                                AnalysisFileReader.origin(value),
                                "'split." + key + "' has no meaning beside 'folds' (" + folds
                                        + "): leave one of them out; folds = 0 is for one split");
                    }
                }
            }
        }

        private Config resolved(AnalysisSettings settings) {
            Config resolved = config;
            if (settings.folds() > 0) {
                for (String key : FRACTIONS) {
                    resolved = resolved.withoutPath("split." + key);
                }
            }
            return resolved;
        }

        private Optional<ConfigObject> requiredSection(String key) {
            ConfigValue value = root.get(key);
            if (value == null) {
                problems.add("", "the section '" + key + "' is missing; 'analysis = NAME' takes one from a preset");
                return Optional.empty();
            }
            return asObject(key, value);
        }

        private Optional<ConfigObject> asObject(String path, ConfigValue value) {
            if (value instanceof ConfigObject object) {
                return Optional.of(object);
            }
            problems.add(
                    AnalysisFileReader.origin(value),
                    "'" + path + "' must be a section { … }, not " + value.render(ConfigRenderOptions.concise()));
            return Optional.empty();
        }

        private List<ModelPlan> models(List<String> features) {
            ConfigValue several = root.get("models");
            if (several == null && root.get("model") == null) {
                return List.of();
            }
            if (several == null) {
                Optional<ModelPlan> only = requiredSection("model").flatMap(model -> {
                    String name = model.get("type") == null
                            ? "model"
                            : String.valueOf(model.get("type").unwrapped());
                    return modelPlan(root, name, "", features, model, root.get("trainer"), reweights.ofAnalysis());
                });
                return only.stream().toList();
            }
            List<ModelPlan> plans = new ArrayList<>();
            asObject("models", several).ifPresent(all -> Entries.byPosition(Entries.written(all, all.keySet()))
                    .forEach((name, value) -> {
                        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
                            problems.add(
                                    AnalysisFileReader.origin(value),
                                    "the model name '" + name
                                            + "' becomes a folder: use letters, digits, '.', '_' and '-'");
                        }
                        asObject("models." + name, value)
                                .flatMap(entry -> entry(name, entry, features))
                                .ifPresent(plans::add);
                    }));
            if (plans.isEmpty() && problems.isEmpty()) {
                problems.add(AnalysisFileReader.origin(several), "'models' names no model");
            }
            return plans;
        }

        private Optional<ModelPlan> entry(String name, ConfigObject entry, List<String> features) {
            String path = "models." + name;
            Optional<EntrySettings> own = binder.bind(entry, path, EntrySettings.class, ENTRY_SECTIONS, problems);
            ConfigValue model = entry.containsKey("model") ? entry.get("model") : root.get("model");
            ConfigValue trainer = entry.containsKey("trainer") ? entry.get("trainer") : root.get("trainer");
            if (model == null) {
                problems.add(
                        AnalysisFileReader.origin(entry),
                        "'" + path + ".model' is missing, and there is no 'model' for all of them");
                return Optional.empty();
            }
            List<String> seen = own.flatMap(EntrySettings::features).orElse(features);
            return asObject(path + ".model", model)
                    .flatMap(section ->
                            modelPlan(entry, name, path + ".", seen, section, trainer, reweights.ofEntry(entry, path)));
        }

        private Optional<ModelPlan> modelPlan(
                ConfigObject entry,
                String name,
                String path,
                List<String> features,
                ConfigObject model,
                ConfigValue trainer,
                Optional<ReweightSettings> reweight) {
            Optional<Configured<ModelProvider<?>>> chosen =
                    sections.read(ServiceKind.MODEL, path + "model", model, registry::model);
            if (trainer == null) {
                problems.add(
                        AnalysisFileReader.origin(model),
                        "the section '" + path + "trainer' is missing for this model");
                return Optional.empty();
            }
            Optional<Configured<TrainerProvider<?>>> trained = asObject(path + "trainer", trainer)
                    .flatMap(section ->
                            sections.read(ServiceKind.TRAINER, path + "trainer", section, registry::trainer));
            if (features.isEmpty() && root.get(IMAGES) == null && problems.isEmpty()) {
                problems.add(
                        AnalysisFileReader.origin(model),
                        "the model '" + name + "' has neither 'features' nor 'images'");
            }
            TrainingPlan training = trainings.read(
                    entry,
                    path,
                    features,
                    (section, at) -> chosen.isEmpty() || trained.isEmpty()
                            ? Optional.empty()
                            : new GridReader(registry, binder, problems)
                                    .read(section, at, model, (ConfigObject) trainer));
            return chosen.isEmpty() || trained.isEmpty()
                    ? Optional.empty()
                    : Optional.of(ModelPlan.of(name, features, chosen.get(), trained.get(), reweight, training));
        }

        private List<VariationPlan> variations(ConfigObject dataset) {
            ConfigValue several = root.get(VariationReader.KEY);
            return several == null
                    ? List.of()
                    : asObject(VariationReader.KEY, several)
                            .map(all -> new VariationReader(registry, binder, problems).read(all, dataset))
                            .orElse(List.of());
        }

        private List<Configured<MetricProvider<?>>> metrics() {
            List<Configured<MetricProvider<?>>> metrics = new ArrayList<>();
            ConfigValue value = root.get("metrics");
            if (value == null) {
                return metrics;
            }
            if (!(value instanceof ConfigList list)) {
                problems.add(AnalysisFileReader.origin(value), "'metrics' must be a list [ … ] of names or sections");
                return metrics;
            }
            for (int i = 0; i < list.size(); i++) {
                String path = "metrics[" + i + "]";
                ConfigValue entry = list.get(i);
                Optional<ConfigObject> section = entry.valueType() == ConfigValueType.STRING
                        ? Optional.of(ConfigValueFactory.fromMap(Map.of("type", entry))
                                .withOrigin(entry.origin()))
                        : asObject(path, entry);
                section.flatMap(object -> sections.read(ServiceKind.METRIC, path, object, registry::metric))
                        .ifPresent(metrics::add);
            }
            return metrics;
        }

        /** Keys whose values are checked against the data later, with their places. */
        private Map<String, String> origins() {
            Map<String, String> origins = new HashMap<>();
            collect("", root, origins);
            return origins;
        }

        private void collect(String path, ConfigObject object, Map<String, String> origins) {
            object.forEach((key, value) -> {
                String full = path.isEmpty() ? key : path + "." + key;
                origins.put(full, AnalysisFileReader.origin(value));
                if (value instanceof ConfigObject inner) {
                    collect(full, inner, origins);
                }
            });
        }
    }
}
