package org.muonframework.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.muonframework.spi.data.Dataset;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.problem.DataException;
import org.muonframework.spi.problem.Problem;
import org.muonframework.spi.problem.Suggestions;

/**
 * How columns are called in an analysis, where that is not as in the data.
 *
 * @param prefix what is left out at the start of a name; columns without it keep their names; empty for nothing
 * @param rename name in the analysis to name in the data; goes before the prefix
 */
public record ColumnNames(String prefix, Map<String, String> rename) {

    private static final String PREFIX = "prefix";
    private static final String RENAME = "rename.";

    public ColumnNames {
        rename = Collections.unmodifiableMap(new LinkedHashMap<>(rename));
    }

    /**
     * Everything that is wrong with the names for a dataset of these columns.
     *
     * @return problems at the keys {@code prefix} and {@code rename.NAME}: a column that is not there, a prefix that no
     *     column has, a column renamed twice, two columns with one name
     */
    public List<Problem> check(Schema schema) {
        List<String> names = schema.names();
        List<Problem> problems = new ArrayList<>();
        if (!prefix.isEmpty() && names.stream().noneMatch(this::hasPrefix)) {
            problems.add(new Problem(
                    PREFIX,
                    "no column of the data starts with '" + prefix + "'."
                            + Suggestions.didYouMean(prefix, beginnings(names))));
        }
        Set<String> renamed = new HashSet<>();
        rename.forEach((name, inData) -> {
            if (name.isBlank()) {
                problems.add(new Problem(RENAME + name, "the new name of '" + inData + "' is empty"));
            } else if (!names.contains(inData)) {
                problems.add(new Problem(RENAME + name, schema.unknown(inData)));
            } else if (!renamed.add(inData)) {
                problems.add(new Problem(
                        RENAME + name,
                        "'" + inData + "' has another name already; derive a column for a second one: derive { " + name
                                + " = … }"));
            }
        });
        problems.addAll(clashes(names));
        return problems;
    }

    private List<Problem> clashes(List<String> names) {
        List<Problem> problems = new ArrayList<>();
        Map<String, String> taken = new LinkedHashMap<>();
        for (String name : names) {
            String other = taken.putIfAbsent(of(name), name);
            if (other != null) {
                String plain = of(other).equals(other) ? other : name;
                problems.add(new Problem(
                        rename.containsKey(of(name)) ? RENAME + of(name) : PREFIX,
                        "the columns '" + other + "' and '" + name + "' of the data would both be called '" + of(name)
                                + "' in the analysis; the analysis has to give one of them another name, such as"
                                + " dataset.rename { other_" + of(name) + " = " + plain + " }"));
            }
        }
        return problems;
    }

    /**
     * The dataset with the names of the analysis, as far as it has names of the data: other columns stay as they are, for
     * new files may have the names of the analysis already.
     *
     * @throws DataException if two columns get one name
     */
    public Dataset applyTo(Dataset dataset) {
        List<Problem> clashes = clashes(dataset.schema().names());
        if (!clashes.isEmpty()) {
            String files = dataset.files().stream().map(Path::toString).collect(Collectors.joining(", "));
            throw new DataException(clashes.stream()
                    .map(clash -> new Problem(files, clash.message()))
                    .toList());
        }
        Map<String, String> inData = new LinkedHashMap<>();
        dataset.schema().names().forEach(name -> inData.put(of(name), name));
        boolean changed =
                inData.entrySet().stream().anyMatch(entry -> !entry.getKey().equals(entry.getValue()));
        return changed ? new RenamedDataset(dataset, this, inData) : dataset;
    }

    /** What names start with, up to each underscore or dot; the names themselves where there is none. */
    private static Set<String> beginnings(List<String> names) {
        Set<String> beginnings = new TreeSet<>();
        for (String name : names) {
            for (int i = 0; i < name.length() - 1; i++) {
                if (name.charAt(i) == '_' || name.charAt(i) == '.') {
                    beginnings.add(name.substring(0, i + 1));
                }
            }
        }
        return beginnings.isEmpty() ? new TreeSet<>(names) : beginnings;
    }

    /** The name in the analysis of a column of the data. */
    public String of(String inData) {
        return rename.entrySet().stream()
                .filter(entry -> entry.getValue().equals(inData))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> hasPrefix(inData) ? inData.substring(prefix.length()) : inData);
    }

    /** A name that is nothing but the prefix stays: nothing would be left. */
    private boolean hasPrefix(String name) {
        return name.startsWith(prefix) && name.length() > prefix.length();
    }
}
