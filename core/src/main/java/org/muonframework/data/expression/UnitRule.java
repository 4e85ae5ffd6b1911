package org.muonframework.data.expression;

import java.util.List;

/** The physical unit of what an operator or function gives, where it follows from the units of its arguments. */
enum UnitRule {
    /** A pure number, or nothing that can be told. */
    NONE {
        @Override
        String of(List<String> units) {
            return "";
        }
    },
    /** That of the arguments, if they have one in common. */
    COMMON {
        @Override
        String of(List<String> units) {
            return units.stream().distinct().count() == 1 ? units.get(0) : "";
        }
    },
    /** That of the first argument. */
    FIRST {
        @Override
        String of(List<String> units) {
            return units.get(0);
        }
    },
    /** An angle. */
    RADIAN {
        @Override
        String of(List<String> units) {
            return "rad";
        }
    };

    abstract String of(List<String> units);
}
