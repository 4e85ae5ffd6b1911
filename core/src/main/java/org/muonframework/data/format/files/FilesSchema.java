package org.muonframework.data.format.files;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.muonframework.data.NamedRole;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.problem.ConfigurationException;
import org.muonframework.spi.problem.Problem;
import org.muonframework.spi.problem.Suggestions;

/** Puts the schemas of files together. */
final class FilesSchema {

    static final String LABEL = "label";
    static final String WEIGHT = "weight";
    static final String SAMPLE = "sample";
    static final String FILE = "file";
    static final String ENTRY = "entry";

    private final FilesSettings settings;
    private final List<SampleFile> files;
    private final CommonColumns common;

    FilesSchema(FilesSettings settings, List<SampleFile> files, CommonColumns common) {
        this.settings = settings;
        this.files = files;
        this.common = common;
    }

    /** Whether any sample gives its rows weights. */
    static boolean weighted(List<SampleFile> files) {
        return files.stream().anyMatch(file -> file.weight().isPresent());
    }

    /** The columns that all files have, with roles and units, and those that samples give. */
    Schema merge() {
        Map<String, ColumnSpec> columns = common.columns();
        Set<String> given = new LinkedHashSet<>();
        List<String> classes = List.of();
        if (files.stream().anyMatch(file -> file.sample().settings().label().isPresent())) {
            classes = classes();
            given.add(LABEL);
            columns.put(LABEL, ColumnSpec.of(LABEL, ColumnType.INT, "", "class of the sample", ColumnRole.LABEL));
        }
        if (weighted(files)) {
            given.add(WEIGHT);
            columns.put(WEIGHT, ColumnSpec.of(WEIGHT, ColumnType.DOUBLE, "", "weight of the row", ColumnRole.WEIGHT));
        }
        if (!settings.samples().isEmpty()) {
            given.add(SAMPLE);
            columns.put(SAMPLE, ColumnSpec.of(SAMPLE, ColumnType.TEXT, "", "name of the sample", ColumnRole.SPECTATOR));
        }
        requireKnown(columns.keySet());
        requireFlatKeys(columns);
        List<ColumnSpec> specs = columns.values().stream()
                .map(column -> given.contains(column.name()) ? column : described(column))
                .toList();
        boolean unknown = specs.stream().noneMatch(column -> column.role() == ColumnRole.KEY);
        boolean byPlace = (settings.keyedByPlace() && !columns.keySet().containsAll(FilesSettings.PLACE))
                || (settings.explode().isPresent() && unknown);
        return new Schema(byPlace ? numbered(specs) : specs, classes, common.unreadable());
    }

    /** Events that nothing identifies become known by file and entry: all rows made of one must stay together. */
    private List<ColumnSpec> numbered(List<ColumnSpec> specs) {
        List<ColumnSpec> numbered = new ArrayList<>(specs);
        numbered.add(ColumnSpec.of(FILE, ColumnType.TEXT, "", "file of the event", ColumnRole.KEY));
        numbered.add(ColumnSpec.of(ENTRY, ColumnType.LONG, "", "row of the event in its file, from 0", ColumnRole.KEY));
        for (String name : List.of(FILE, ENTRY)) {
            if (files.stream().anyMatch(file -> file.schema().find(name).isPresent())) {
                throw new ConfigurationException(
                        "dataset.keys",
                        "no column is known to identify an event. Rows of one event must stay together; 'file' and"
                                + " 'entry' would tell them, but there is a column '" + name
                                + "' already: name the columns that do, such as keys = [run, event]");
            }
        }
        return numbered;
    }

    /** A column with the unit and the role that settings or its name give it. */
    private ColumnSpec described(ColumnSpec column) {
        String name = column.name();
        ColumnRole role = column.role() == ColumnRole.FEATURE ? NamedRole.of(column) : column.role();
        if (settings.spectators().contains(name)) {
            role = ColumnRole.SPECTATOR;
        } else if (settings.truth().contains(name)) {
            role = ColumnRole.TRUTH;
        } else if (settings.keys().contains(name)) {
            role = ColumnRole.KEY;
        } else if (role == ColumnRole.KEY && !settings.keys().isEmpty()) {
            role = ColumnRole.FEATURE;
        }
        String unit = settings.units().getOrDefault(name, column.unit());
        return new ColumnSpec(name, column.type(), column.jagged(), unit, column.description(), role);
    }

    private List<String> classes() {
        Map<Integer, Set<String>> names = new TreeMap<>();
        for (SampleFile file : files) {
            Sample sample = file.sample();
            int label = sample.settings()
                    .label()
                    .orElseThrow(() -> new ConfigurationException(
                            sample.key(LABEL), "is missing, but other samples have a label"));
            names.computeIfAbsent(label, key -> new LinkedHashSet<>()).add(sample.name());
        }
        List<String> classes = new ArrayList<>();
        names.forEach((label, samples) -> {
            if (label != classes.size()) {
                throw new ConfigurationException(
                        "dataset.samples",
                        "labels are 0, 1, … without a gap, but " + classes.size() + " is missing and there is "
                                + label);
            }
            classes.add(String.join("+", samples));
        });
        return classes;
    }

    private void requireFlatKeys(Map<String, ColumnSpec> columns) {
        for (String key : settings.keys()) {
            if (columns.containsKey(key) && columns.get(key).jagged()) {
                throw new ConfigurationException(
                        "dataset.keys", "'" + key + "' is a list in every row and cannot identify an event");
            }
        }
    }

    private void requireKnown(Set<String> names) {
        List<Problem> problems = new ArrayList<>();
        requireKnown("units", new TreeSet<>(settings.units().keySet()), names, problems);
        if (!settings.keyedByPlace()) {
            requireKnown("keys", settings.keys(), names, problems);
        }
        requireKnown("spectators", settings.spectators(), names, problems);
        requireKnown("truth", settings.truth(), names, problems);
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
    }

    private static void requireKnown(String key, Collection<String> wanted, Set<String> names, List<Problem> problems) {
        wanted.stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> problems.add(new Problem(
                        "dataset." + key,
                        "there is no column '" + name + "' in all files." + Suggestions.didYouMean(name, names))));
    }
}
