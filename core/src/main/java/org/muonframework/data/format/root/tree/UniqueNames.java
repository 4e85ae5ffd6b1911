package org.muonframework.data.format.root.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names for columns, each of which is given once. */
final class UniqueNames {

    private UniqueNames() {}

    /**
     * Chooses the short name where it is the only such one, else the full one; where that is given as well, a number is
     * added: {@code x#2}.
     */
    static List<String> of(List<Branch.Names> wanted) {
        Map<String, Integer> times = new HashMap<>();
        wanted.forEach(names -> times.merge(names.own(), 1, Integer::sum));
        Set<String> given = new HashSet<>();
        List<String> unique = new ArrayList<>();
        for (Branch.Names names : wanted) {
            String name = times.get(names.own()) == 1 ? names.own() : names.full();
            String numbered = name;
            for (int number = 2; !given.add(numbered); number++) {
                numbered = name + "#" + number;
            }
            unique.add(numbered);
        }
        return unique;
    }
}
