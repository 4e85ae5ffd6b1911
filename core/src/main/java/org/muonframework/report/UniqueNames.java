package org.muonframework.report;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Gives each file of a report a name of its own. */
public final class UniqueNames {

    private final Set<String> taken = new HashSet<>();

    /** The name if nobody has it yet, else with the first number from 2 that is free. */
    public String of(String name) {
        return of(name, List.of(""));
    }

    /** The name if nobody has it with any of some endings, else with the first number from 2 of which this is true. */
    public String of(String name, List<String> endings) {
        String unique = name;
        for (int i = 2; isTaken(unique, endings); i++) {
            unique = name + "-" + i;
        }
        for (String ending : endings) {
            taken.add(unique + ending);
        }
        return unique;
    }

    private boolean isTaken(String name, List<String> endings) {
        return endings.stream().anyMatch(ending -> taken.contains(name + ending));
    }
}
