package org.muonframework.run.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muonframework.run.FinishedRun;
import org.muonframework.spi.problem.ConfigurationException;
import org.muonframework.spi.problem.Suggestions;

/** Which models of which runs are compared, and how they are called. */
final class Models {

    private Models() {}

    /**
     * The models of runs, run after run.
     *
     * @param runs the runs by their directories
     * @param chosen names of models; empty for all
     * @throws ConfigurationException if a name is of no model, a run has none of them, or there are less than two
     */
    static List<ComparedModel> of(Map<Path, FinishedRun> runs, List<String> chosen) {
        Map<Path, String> runNames = shortest(List.copyOf(runs.keySet()));
        Map<Path, List<String>> models = new LinkedHashMap<>();
        runs.forEach((path, run) -> models.put(path, chosen(run, chosen)));
        requireKnown(chosen, runs);
        Set<String> names = new LinkedHashSet<>();
        models.values().forEach(names::addAll);
        List<ComparedModel> compared = new ArrayList<>();
        models.forEach((path, ofRun) -> {
            if (ofRun.isEmpty()) {
                throw new ConfigurationException(
                        path.toString(), "has no model of this name." + known(List.of(runs.get(path))));
            }
            for (String model : ofRun) {
                String runName = runNames.get(path);
                String name = runs.size() == 1 ? model : names.size() == 1 ? runName : runName + ": " + model;
                compared.add(new ComparedModel(runs.get(path), runName, model, name));
            }
        });
        if (compared.size() < 2) {
            throw new ConfigurationException(
                    "there is nothing to compare with: name two runs, or one with several models");
        }
        return compared;
    }

    private static List<String> chosen(FinishedRun run, List<String> chosen) {
        return run.models().stream()
                .filter(model -> chosen.isEmpty() || chosen.contains(model))
                .toList();
    }

    private static void requireKnown(List<String> chosen, Map<Path, FinishedRun> runs) {
        List<FinishedRun> all = List.copyOf(runs.values());
        for (String name : chosen) {
            if (all.stream().noneMatch(run -> run.models().contains(name))) {
                throw new ConfigurationException(
                        "--model " + name,
                        "is no model of these runs."
                                + Suggestions.didYouMean(
                                        name,
                                        all.stream()
                                                .flatMap(run -> run.models().stream())
                                                .toList()));
            }
        }
    }

    private static String known(List<FinishedRun> runs) {
        return " It has "
                + String.join(
                        ", ",
                        runs.stream().flatMap(run -> run.models().stream()).toList());
    }

    /** The last elements of each path, as few as make all different. */
    private static Map<Path, String> shortest(List<Path> paths) {
        List<Path> whole =
                paths.stream().map(path -> path.toAbsolutePath().normalize()).toList();
        int longest = whole.stream().mapToInt(Path::getNameCount).max().orElse(0);
        Map<Path, String> names = new LinkedHashMap<>();
        for (int elements = 1; elements <= Math.max(1, longest); elements++) {
            names.clear();
            for (int i = 0; i < paths.size(); i++) {
                int count = whole.get(i).getNameCount();
                names.put(
                        paths.get(i),
                        whole.get(i)
                                .subpath(Math.max(0, count - elements), count)
                                .toString());
            }
            if (Set.copyOf(names.values()).size() == paths.size()) {
                return names;
            }
        }
        return names;
    }
}
