package org.muonframework.report;

import java.util.HashSet;
import java.util.Set;

/** Gives each file of a report a name of its own. */
public final class UniqueNames {

    private final Set<String> taken = new HashSet<>();

    /** The name if nobody has it yet, else with the first number from 2 that is free. */
    public String of(String name) {
        String unique = name;
        for (int i = 2; !taken.add(unique); i++) {
            unique = name + "-" + i;
        }
        return unique;
    }
}
