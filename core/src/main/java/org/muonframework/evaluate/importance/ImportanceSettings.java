package org.muonframework.evaluate.importance;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;
import org.muonframework.spi.settings.Range;

/** Settings of {@code permutation-importance}. */
@Doc("how much worse a model predicts when one feature is shuffled among the rows")
public record ImportanceSettings(
        @Doc("what becomes worse; accuracy for classes and resolution for targets where it is not given")
        Optional<Measure> measure,

        @Doc("how often each feature is shuffled") @Default("5") @Range(min = 1, max = 1000)
        int repeats,

        @Doc("at most so many rows are used, chosen at random") @Default("200000") @Range(min = 10)
        int maxRows,

        @Doc("features that are shuffled together, by the name of the group") @Default("{}")
        Map<String, List<String>> groups) {

    public ImportanceSettings {
        groups = Collections.unmodifiableMap(new TreeMap<>(groups));
        groups.forEach((name, members) -> {
            if (members.isEmpty()) {
                throw new IllegalArgumentException("the group '" + name + "' has no features");
            }
        });
    }
}
