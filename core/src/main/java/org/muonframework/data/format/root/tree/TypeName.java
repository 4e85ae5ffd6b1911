package org.muonframework.data.format.root.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * A type's name in C++, taken apart.
 *
 * @param name the type, or the template: {@code vector}; without {@code std::}
 * @param arguments arguments of the template, as they are written; empty if it is none
 */
record TypeName(String name, List<String> arguments) {

    private static final String STD = "std::";

    static TypeName of(String written) {
        String text = written.strip();
        if (text.startsWith("const ")) {
            text = text.substring("const ".length()).strip();
        }
        int open = text.indexOf('<');
        if (open < 0 || !text.endsWith(">")) {
            return new TypeName(withoutStd(text), List.of());
        }
        List<String> arguments = new ArrayList<>();
        int depth = 0;
        int start = open + 1;
        for (int i = start; i < text.length() - 1; i++) {
            char letter = text.charAt(i);
            if (letter == '<') {
                depth++;
            } else if (letter == '>') {
                depth--;
            } else if (letter == ',' && depth == 0) {
                arguments.add(text.substring(start, i).strip());
                start = i + 1;
            }
        }
        arguments.add(text.substring(start, text.length() - 1).strip());
        return new TypeName(withoutStd(text.substring(0, open).strip()), arguments);
    }

    private static String withoutStd(String text) {
        return text.startsWith(STD) ? text.substring(STD.length()) : text;
    }
}
