package org.muonframework.data.format.files;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.problem.DataException;
import org.slf4j.Logger;

/**
 * What the files of a chain have in common.
 *
 * <p>A column stays if every file has it, flat or jagged everywhere, and one type holds the values of all; files known
 * to have no rows have no say in types. Columns that differ in the same way between the same files are told of together,
 * so that the length of what is said does not grow with the number of files.
 */
final class CommonColumns {

    private static final int NAMES = 12;
    private static final int FILES = 3;

    private final FileNames names;
    private final Map<String, ColumnSpec> columns = new LinkedHashMap<>();
    private final Map<String, Appearance> appearances = new LinkedHashMap<>();
    private final Map<String, String> unreadable = new LinkedHashMap<>();

    /** How a column appears in the files: its kinds, by the files that have it so. */
    private record Appearance(Map<Kind, BitSet> files) {

        boolean isEverywhere(int count) {
            BitSet all = new BitSet();
            files.values().forEach(all::or);
            return all.cardinality() == count;
        }
    }

    /** What a column may be in a file; files without rows do not tell. */
    private record Kind(boolean jagged, ColumnType type, boolean empty) implements Comparable<Kind> {

        static Kind of(ColumnSpec column, boolean empty) {
            return new Kind(column.jagged(), column.type(), empty);
        }

        /** The kind in words: {@code lists of LONG}. */
        String words() {
            return (jagged ? "lists of " : "") + type;
        }

        @Override
        public int compareTo(Kind other) {
            int byWords = words().compareTo(other.words());
            return byWords == 0 ? Boolean.compare(empty, other.empty) : byWords;
        }
    }

    /**
     * Compares the files.
     *
     * @throws DataException if they have no column in common
     */
    CommonColumns(List<SampleFile> files) {
        names = new FileNames(
                files.stream().map(file -> file.table().file().name()).toList());
        Map<String, ColumnSpec> firsts = new LinkedHashMap<>();
        for (int i = 0; i < files.size(); i++) {
            files.get(i).table().schema().unreadable().forEach(unreadable::putIfAbsent);
            boolean empty = files.get(i).table().rows().orElse(1) == 0;
            for (ColumnSpec column : files.get(i).schema().columns()) {
                firsts.putIfAbsent(column.name(), column);
                appearances
                        .computeIfAbsent(column.name(), name -> new Appearance(new TreeMap<>()))
                        .files()
                        .computeIfAbsent(Kind.of(column, empty), kind -> new BitSet())
                        .set(i);
            }
        }
        firsts.forEach((name, first) -> merged(name, first).ifPresent(column -> columns.put(name, column)));
        if (columns.isEmpty() && files.size() == 1) {
            throw new DataException(
                    files.get(0).table().file().name(),
                    "has no column that can be read"
                            + unreadable.values().stream()
                                    .findFirst()
                                    .map(reason -> ": " + reason)
                                    .orElse(""));
        }
        if (columns.isEmpty() && names.count() > 1) {
            String some = files.stream()
                    .limit(FILES)
                    .map(file -> file.table().file().name() + " has "
                            + quoted(file.schema().names()))
                    .collect(Collectors.joining("; "));
            throw new DataException("the files have no column in common: " + some + (names.count() > FILES ? "; …" : "")
                    + " (" + describe().get(0) + ")");
        }
    }

    /** The columns that stay, in the order in which the files first name them. */
    Map<String, ColumnSpec> columns() {
        return new LinkedHashMap<>(columns);
    }

    /** Says which columns are left out or get another type, and because of which files. */
    void tell(Logger log) {
        describe().forEach(log::warn);
    }

    /** The columns that some file has and that did not stay, or that cannot be read from it, each with the reason. */
    Map<String, String> unreadable() {
        Map<String, String> reasons = new LinkedHashMap<>(unreadable);
        appearances.forEach((name, appearance) -> {
            if (!columns.containsKey(name)) {
                reasons.putIfAbsent(
                        name,
                        appearance.isEverywhere(names.count())
                                ? "it is " + kinds(appearance)
                                : "it is missing in " + names.list(missing(appearance)));
            }
        });
        return reasons;
    }

    /** One line for all columns with which the same happens for the same reason. */
    private List<String> describe() {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        appearances.forEach((name, appearance) -> difference(name, appearance)
                .ifPresent(difference -> groups.computeIfAbsent(difference, key -> new ArrayList<>())
                        .add(name)));
        return groups.entrySet().stream()
                .map(group -> (group.getValue().size() == 1 ? "column " : "columns ") + quoted(group.getValue()) + ": "
                        + group.getKey())
                .toList();
    }

    private Optional<String> difference(String name, Appearance appearance) {
        if (!appearance.isEverywhere(names.count())) {
            return Optional.of("left out, missing in " + names.list(missing(appearance)));
        }
        if (!columns.containsKey(name)) {
            return Optional.of("left out, " + kinds(appearance));
        }
        boolean same = deciding(appearance).stream().map(Kind::words).distinct().count() == 1;
        return same
                ? Optional.empty()
                : Optional.of("read as " + columns.get(name).type() + ", " + kinds(appearance));
    }

    private Optional<ColumnSpec> merged(String name, ColumnSpec first) {
        Appearance appearance = appearances.get(name);
        if (!appearance.isEverywhere(names.count())) {
            return Optional.empty();
        }
        List<Kind> kinds = deciding(appearance);
        boolean jagged = kinds.get(0).jagged();
        Optional<ColumnType> type = Optional.of(kinds.get(0).type());
        for (Kind kind : kinds) {
            type = kind.jagged() == jagged
                    ? type.flatMap(soFar -> Widening.common(soFar, kind.type()))
                    : Optional.empty();
        }
        return type.map(
                common -> new ColumnSpec(name, common, jagged, first.unit(), first.description(), first.role()));
    }

    /** The kinds in files with rows, or all of them where no file has any. */
    private static List<Kind> deciding(Appearance appearance) {
        List<Kind> filled = appearance.files().keySet().stream()
                .filter(kind -> !kind.empty())
                .toList();
        return filled.isEmpty() ? List.copyOf(appearance.files().keySet()) : filled;
    }

    private BitSet missing(Appearance appearance) {
        BitSet missing = new BitSet();
        missing.set(0, names.count());
        appearance.files().values().forEach(missing::andNot);
        return missing;
    }

    private String kinds(Appearance appearance) {
        Map<String, BitSet> files = new HashMap<>();
        List<Kind> kinds = deciding(appearance);
        kinds.forEach(kind -> files.computeIfAbsent(kind.words(), words -> new BitSet())
                .or(appearance.files().get(kind)));
        return files.keySet().stream()
                .sorted()
                .map(words -> words + " in " + names.list(files.get(words)))
                .collect(Collectors.joining(" and "));
    }

    private static String quoted(List<String> words) {
        String shown = words.stream().limit(NAMES).map(word -> "'" + word + "'").collect(Collectors.joining(", "));
        return words.size() > NAMES ? shown + " and " + (words.size() - NAMES) + " more" : shown;
    }
}
