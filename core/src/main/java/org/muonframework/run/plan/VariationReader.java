package org.muonframework.run.plan;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.muonframework.config.AnalysisFileReader;
import org.muonframework.config.Problems;
import org.muonframework.config.SettingsBinder;
import org.muonframework.plugin.PluginRegistry;
import org.muonframework.spi.DatasetProvider;
import org.muonframework.spi.problem.Problem;

/**
 * Reads the variations of an analysis. The {@code dataset} of each lies over that of the analysis; if it names another
 * {@code type}, only the keys of every dataset (selection, transforms, derived columns, missing values) are left of
 * that one.
 */
final class VariationReader {

    /** The key of the section. */
    static final String KEY = "variations";

    /** The key of an entry. */
    static final String DATASET = "dataset";

    private static final String TYPE = "type";
    private static final String MISSING = "missing";
    private static final String CLIP = "clip";

    /** What is done about missing values belongs to the trained models. */
    private static final List<String> OF_TRAINING = List.of("policy", "constant");

    private final PluginRegistry registry;
    private final SettingsBinder binder;
    private final Problems problems;

    VariationReader(PluginRegistry registry, SettingsBinder binder, Problems problems) {
        this.registry = registry;
        this.binder = binder;
        this.problems = problems;
    }

    /** No keys: the dataset is bound elsewhere. */
    private record NoSettings() {}

    /**
     * Reads them in the order of their names, which a run that is resumed knows too.
     *
     * @param entries the section; an entry that is {@code null} is none
     * @param dataset the analysis' own dataset section
     */
    List<VariationPlan> read(ConfigObject entries, ConfigObject dataset) {
        List<VariationPlan> variations = new ArrayList<>();
        new TreeMap<>(entries).forEach((name, value) -> {
            if (value.valueType() != ConfigValueType.NULL) {
                entry(name, value, dataset).ifPresent(variations::add);
            }
        });
        return variations;
    }

    private Optional<VariationPlan> entry(String name, ConfigValue value, ConfigObject dataset) {
        String path = KEY + "." + name;
        String where = AnalysisFileReader.origin(value);
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*") || name.equals(VariationPlan.NOMINAL)) {
            problems.add(
                    where,
                    "'" + name + "' cannot be the name of a variation: use letters, digits, '.', '_' and '-', and not '"
                            + VariationPlan.NOMINAL + "', which is the sample of the analysis itself");
        }
        if (!(value instanceof ConfigObject entry)) {
            problems.add(where, "'" + path + "' must be a section { dataset { … } }, not " + value.render());
            return Optional.empty();
        }
        binder.bind(entry, path, NoSettings.class, Set.of(DATASET), problems);
        if (!(entry.get(DATASET) instanceof ConfigObject own)) {
            problems.add(
                    where,
                    "the section '" + path + "." + DATASET + "' is missing: it says what differs from 'dataset'");
            return Optional.empty();
        }
        refuseTraining(own, path);
        return bound(name, path + "." + DATASET, overlaid(own, dataset));
    }

    private void refuseTraining(ConfigObject own, String path) {
        if (own.containsKey(CLIP)) {
            problems.add(
                    AnalysisFileReader.origin(own.get(CLIP)),
                    "'" + path + "." + DATASET + "." + CLIP
                            + "' cannot differ: features have the limits that the models"
                            + " were trained with, those of 'dataset." + CLIP + "'");
        }
        if (own.get(MISSING) instanceof ConfigObject missing) {
            OF_TRAINING.stream()
                    .filter(missing::containsKey)
                    .forEach(key -> problems.add(
                            AnalysisFileReader.origin(missing.get(key)),
                            "'" + path + "." + DATASET + "." + MISSING + "." + key + "' cannot differ: missing values"
                                    + " are replaced as the models were trained, by 'dataset." + MISSING
                                    + "'; only 'value' may be another"));
        }
    }

    private static ConfigObject overlaid(ConfigObject own, ConfigObject dataset) {
        ConfigObject below = dataset;
        if (own.containsKey(TYPE) && !own.get(TYPE).equals(dataset.get(TYPE))) {
            Set<String> ofEvery = SectionReader.keysOfEveryDataset();
            for (String key : dataset.keySet()) {
                below = ofEvery.contains(key) ? below : below.withoutKey(key);
            }
        }
        return written(own.withFallback(below));
    }

    /** The keys that have a value: {@code null} takes an inherited one away. */
    private static ConfigObject written(ConfigObject section) {
        ConfigObject written = section;
        for (Map.Entry<String, ConfigValue> entry : section.entrySet()) {
            if (entry.getValue().valueType() == ConfigValueType.NULL) {
                written = written.withoutKey(entry.getKey());
            } else if (entry.getValue() instanceof ConfigObject inner) {
                written = written.withValue(entry.getKey(), written(inner));
            }
        }
        return written;
    }

    /** What is wrong with a key that is inherited was said where the analysis' dataset was bound. */
    private Optional<VariationPlan> bound(String name, String path, ConfigObject section) {
        Problems found = new Problems();
        SectionReader sections = new SectionReader(registry, binder, found);
        Optional<DatasetSettings> preparation =
                binder.bind(section, path, DatasetSettings.class, sections.keysOfDataset(section), found);
        Optional<Configured<DatasetProvider<?>>> dataset = sections.dataset(path, section);
        List<TransformPlan> transforms = new TransformReader(registry, binder, found).read(section, path);
        List<Problem> known = problems.list();
        for (Problem problem : found.list()) {
            String ofAnalysis = problem.message().replace(path, DATASET);
            if (!known.contains(new Problem(problem.where(), ofAnalysis))) {
                problems.add(problem.where(), problem.message());
            }
        }
        return dataset.isEmpty() || preparation.isEmpty()
                ? Optional.empty()
                : Optional.of(new VariationPlan(name, dataset.get(), preparation.get(), transforms));
    }
}
