package org.muonframework.run.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muonframework.report.Block;

/**
 * Something that is not the same in all runs.
 *
 * @param what a key of the configuration, or what was counted
 * @param texts how it is in each run; empty where it is not there
 */
public record Difference(String what, List<String> texts) {

    public Difference {
        texts = List.copyOf(texts);
    }

    /** What differs between runs, in the order in which it first occurs. */
    static List<Difference> between(List<Map<String, String>> runs) {
        Set<String> keys = new LinkedHashSet<>();
        runs.forEach(run -> keys.addAll(run.keySet()));
        List<Difference> differences = new ArrayList<>();
        for (String key : keys) {
            List<String> texts =
                    runs.stream().map(run -> run.getOrDefault(key, "")).toList();
            if (texts.stream().distinct().count() > 1) {
                differences.add(new Difference(key, texts));
            }
        }
        return differences;
    }

    /** Differences as a table. */
    static Block table(String caption, String what, List<String> runs, List<Difference> differences) {
        List<String> headers = new ArrayList<>(List.of(what));
        headers.addAll(runs);
        List<List<String>> rows = new ArrayList<>();
        for (Difference difference : differences) {
            List<String> row = new ArrayList<>(List.of(difference.what()));
            row.addAll(difference.texts());
            rows.add(row);
        }
        return new Block.Table(caption, headers, rows);
    }
}
