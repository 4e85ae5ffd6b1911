package org.muonframework.run.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.muonframework.run.FinishedRun;
import org.muonframework.run.report.ValueTable;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.problem.ConfigurationException;
import org.muonframework.spi.problem.DataException;

/** Reads finished runs and puts their models side by side. */
public final class Comparer {

    private Comparer() {}

    /**
     * Compares models.
     *
     * @param directories the runs, in the order in which they are shown
     * @param models names of models to choose; empty for all of every run
     * @throws ConfigurationException if a directory is no finished run or named twice, a model is unknown, or there are
     *     less than two models
     * @throws DataException if a file of a run is damaged
     */
    public static Comparison compare(List<Path> directories, List<String> models) {
        Map<Path, FinishedRun> runs = new LinkedHashMap<>();
        Set<Path> real = new LinkedHashSet<>();
        for (Path directory : directories) {
            runs.put(directory, FinishedRun.open(directory));
            if (!real.add(realPath(directory))) {
                throw new ConfigurationException(directory.toString(), "is named twice");
            }
        }
        List<ComparedModel> compared = Models.of(runs, models);
        List<FinishedRun> all = List.copyOf(runs.values());
        Map<String, List<MetricValue>> values = new LinkedHashMap<>();
        compared.forEach(model -> values.put(model.name(), model.run().wholeValues(model.model())));
        return new Comparison(
                compared,
                ValueTable.of(values),
                AucContrasts.of(compared),
                Difference.between(all.stream()
                        .<Map<String, String>>map(FinishedRun::configuration)
                        .toList()),
                Difference.between(all.stream().map(FinishedRun::counts).toList()),
                warnings(compared));
    }

    private static Path realPath(Path directory) {
        try {
            return directory.toRealPath();
        } catch (IOException e) {
            throw new DataException(directory.toString(), "cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<String> warnings(List<ComparedModel> models) {
        List<String> warnings = new ArrayList<>();
        Map<String, String> parts = byRun(models, run -> run.evaluated().label());
        if (parts.size() > 1) {
            warnings.add("The runs quote their results on different parts of their data: " + listed(parts)
                    + ". A validation part has chosen the best step of a training, so that its values are too good.");
        }
        Map<String, String> classes =
                byRun(models, run -> run.classes().isEmpty() ? "none" : String.join(", ", run.classes()));
        if (classes.size() > 1) {
            warnings.add("The runs tell different classes apart: " + listed(classes)
                    + ". Values of one name then mean different things.");
        }
        models.stream()
                .filter(model -> model.run().report().isEmpty())
                .map(ComparedModel::runName)
                .distinct()
                .forEach(run -> warnings.add(
                        run + " keeps no report.json, for an older version made it: its figures are missing here."));
        return warnings;
    }

    /** What runs say, and who says it. */
    private static Map<String, String> byRun(List<ComparedModel> models, Function<FinishedRun, String> text) {
        Map<String, Set<String>> runs = new TreeMap<>();
        models.forEach(model -> runs.computeIfAbsent(text.apply(model.run()), any -> new LinkedHashSet<>())
                .add(model.runName()));
        Map<String, String> joined = new LinkedHashMap<>();
        runs.forEach((said, names) -> joined.put(said, String.join(", ", names)));
        return joined;
    }

    private static String listed(Map<String, String> byRun) {
        return byRun.entrySet().stream()
                .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                .collect(Collectors.joining("; "));
    }
}
