package org.muonframework.data.format.npy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what Python would print of dictionaries, lists, tuples, texts, integers and truth values: headers of arrays are
 * written so, and nothing else is allowed in them.
 *
 * <p>Dictionaries become maps, lists and tuples become lists, integers become longs.
 */
final class NpyLiteral {

    /** Types of records do not hold records much deeper than this. */
    private static final int DEEPEST = 32;

    private final String text;
    private int at;

    private NpyLiteral(String text) {
        this.text = text;
    }

    /**
     * Reads a text that is one literal.
     *
     * @throws IllegalArgumentException if it is not
     */
    static Object parse(String text) {
        NpyLiteral literal = new NpyLiteral(text);
        Object value = literal.value(0);
        literal.skipBlanks();
        if (literal.at < text.length()) {
            throw literal.expected("the end");
        }
        return value;
    }

    private Object value(int depth) {
        skipBlanks();
        if (at == text.length() || depth > DEEPEST) {
            throw expected("a value");
        }
        char first = text.charAt(at);
        if (first == '{') {
            return dictionary(depth);
        }
        if (first == '(' || first == '[') {
            return list(first == '(' ? ')' : ']', depth);
        }
        if (first == '\'' || first == '"') {
            return quoted(first);
        }
        if (take("True")) {
            return true;
        }
        if (take("False")) {
            return false;
        }
        return integer();
    }

    private Map<String, Object> dictionary(int depth) {
        Map<String, Object> entries = new LinkedHashMap<>();
        at++;
        while (!take("}")) {
            if (!(value(depth + 1) instanceof String key)) {
                throw expected("a text as key");
            }
            require(":");
            entries.put(key, value(depth + 1));
            if (!take(",")) {
                require("}");
                return entries;
            }
        }
        return entries;
    }

    private List<Object> list(char close, int depth) {
        List<Object> values = new ArrayList<>();
        at++;
        while (!take(String.valueOf(close))) {
            values.add(value(depth + 1));
            if (!take(",")) {
                require(String.valueOf(close));
                return values;
            }
        }
        return values;
    }

    private String quoted(char quote) {
        StringBuilder content = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != quote) {
            if (text.charAt(at) == '\\') {
                at++;
                if (at == text.length() || "\\'\"".indexOf(text.charAt(at)) < 0) {
                    throw expected("one of \\ ' \" behind a backslash");
                }
            }
            content.append(text.charAt(at++));
        }
        if (at == text.length()) {
            throw expected("a closing " + quote);
        }
        at++;
        return content.toString();
    }

    private long integer() {
        int start = at;
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
        }
        if (start == at) {
            throw expected("a value");
        }
        long number = Long.parseLong(text, start, at, 10);
        take("L"); // Python 2
        return number;
    }

    private void require(String symbol) {
        if (!take(symbol)) {
            throw expected("'" + symbol + "'");
        }
    }

    private boolean take(String symbol) {
        skipBlanks();
        if (text.startsWith(symbol, at)) {
            at += symbol.length();
            return true;
        }
        return false;
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private IllegalArgumentException expected(String what) {
        return new IllegalArgumentException("expected " + what + " at character " + (at + 1) + " of the header");
    }
}
