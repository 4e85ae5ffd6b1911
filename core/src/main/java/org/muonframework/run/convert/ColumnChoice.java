package org.muonframework.run.convert;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.problem.ConfigurationException;
import org.muonframework.spi.problem.Problem;
import org.muonframework.spi.problem.Suggestions;

/** Chooses columns by names and patterns: {@code run, event, Muon_*}. */
final class ColumnChoice {

    private ColumnChoice() {}

    /**
     * The columns chosen, each once, in the order of the words; those of one pattern in the order of the schema.
     *
     * @param words names, or patterns with {@code *} (any characters) and {@code ?} (one); all columns when empty
     * @throws ConfigurationException with every word that no column matches
     */
    static List<ColumnSpec> of(Schema schema, List<String> words) {
        if (words.isEmpty()) {
            return schema.columns();
        }
        Map<String, ColumnSpec> chosen = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (String word : words) {
            List<ColumnSpec> found = schema.find(word).map(List::of).orElseGet(() -> matching(schema, word));
            found.forEach(column -> chosen.putIfAbsent(column.name(), column));
            if (found.isEmpty()) {
                String kind = isPattern(word) ? "no column matches '" : "there is no column '";
                problems.add(
                        new Problem("--columns", kind + word + "'." + Suggestions.didYouMean(word, schema.names())));
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return List.copyOf(chosen.values());
    }

    private static List<ColumnSpec> matching(Schema schema, String word) {
        if (!isPattern(word)) {
            return List.of();
        }
        Pattern pattern = Pattern.compile(word.chars()
                .mapToObj(c -> switch (c) {
                    case '*' -> ".*";
                    case '?' -> ".";
                    default -> Pattern.quote(Character.toString(c));
                })
                .collect(Collectors.joining()));
        return schema.columns().stream()
                .filter(column -> pattern.matcher(column.name()).matches())
                .toList();
    }

    private static boolean isPattern(String word) {
        return word.indexOf('*') >= 0 || word.indexOf('?') >= 0;
    }
}
