package org.muonframework.run.plan;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muonframework.config.AnalysisFileReader;
import org.muonframework.config.Problems;
import org.muonframework.config.SettingsBinder;

/**
 * Reads how the training rows of a model are reweighted: as its entry of {@code models} says, whose keys lie over those
 * of {@code weights.reweight}.
 */
final class ReweightReader {

    private static final String KEY = ReweightSettings.KEY;

    /** What a {@code variable} or {@code variables} of an entry replace together. */
    private static final List<String> BINNING = List.of("variable", "variables", "edges", "bins", "low", "high");

    private final ConfigObject root;
    private final SettingsBinder binder;
    private final Problems problems;

    ReweightReader(ConfigObject root, SettingsBinder binder, Problems problems) {
        this.root = root;
        this.binder = binder;
        this.problems = problems;
    }

    /** For a model that is not an entry of {@code models}; what is wrong is found where {@code weights} is bound. */
    Optional<ReweightSettings> ofAnalysis() {
        return common().flatMap(section ->
                binder.bind(section, "weights." + KEY, ReweightSettings.class, Set.of(), new Problems()));
    }

    /**
     * For an entry of {@code models}.
     *
     * @param path the path of the entry: {@code models.trees}
     */
    Optional<ReweightSettings> ofEntry(ConfigObject entry, String path) {
        ConfigValue own = entry.get(KEY);
        if (own == null || (common().isPresent() && ofAnalysis().isEmpty())) {
            return ofAnalysis();
        }
        if (!(own instanceof ConfigObject section)) {
            problems.add(
                    AnalysisFileReader.origin(own),
                    "'" + path + "." + KEY + "' must be a section { … }, not " + own.render());
            return Optional.empty();
        }
        return binder.bind(overlaid(section), path + "." + KEY, ReweightSettings.class, Set.of(), problems);
    }

    private ConfigObject overlaid(ConfigObject own) {
        ConfigObject below = common().orElse(own);
        if (own.containsKey("variable") || own.containsKey("variables")) {
            for (String key : BINNING) {
                below = below.withoutKey(key);
            }
        }
        return own.withFallback(below);
    }

    private Optional<ConfigObject> common() {
        return root.get("weights") instanceof ConfigObject weights && weights.get(KEY) instanceof ConfigObject section
                ? Optional.of(section)
                : Optional.empty();
    }
}
