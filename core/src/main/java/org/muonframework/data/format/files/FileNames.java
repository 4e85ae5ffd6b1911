package org.muonframework.data.format.files;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The names of the files of a chain, for messages that stay short however many there are. */
record FileNames(List<String> names) {

    private static final int SHOWN = 3;

    FileNames {
        names = List.copyOf(names);
    }

    int count() {
        return names.size();
    }

    String get(int file) {
        return names.get(file);
    }

    /** Some of the files: {@code a.csv, b.csv}, or {@code 990 of 1000 files: a.csv, b.csv, c.csv, …}. */
    String list(BitSet files) {
        List<String> chosen = files.stream().mapToObj(names::get).distinct().toList();
        String shown = chosen.stream().limit(SHOWN).collect(Collectors.joining(", "));
        return chosen.size() > SHOWN
                ? String.format(Locale.ROOT, "%,d of %,d files: %s, …", chosen.size(), names.size(), shown)
                : shown;
    }
}
