package org.muonframework.data.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts the text of an expression into tokens. */
final class Lexer {

    private static final Pattern BLANK = Pattern.compile("\\s+");
    private static final Pattern NUMBER = Pattern.compile("(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*");
    private static final Pattern SYMBOL = Pattern.compile("\\*\\*|&&|\\|\\||[<>=!]=|[-+*/%^<>!()\\[\\]?:,=&|]");

    /** Symbols of other languages, and what to write instead. */
    private static final Map<String, String> MISTAKEN = Map.of("=", "==", "&", "&&", "|", "||", "**", "^");

    private final String text;
    private int at;

    Lexer(String text) {
        this.text = text;
    }

    /** All tokens, with one of kind {@code END} after the last. */
    List<Token> tokens() {
        List<Token> tokens = new ArrayList<>();
        skipBlank();
        while (at < text.length()) {
            tokens.add(next());
            skipBlank();
        }
        tokens.add(new Token(Token.Kind.END, "", text.length(), text.length()));
        return tokens;
    }

    private Token next() {
        int start = at;
        char first = text.charAt(at);
        if (first == '"' || first == '\'') {
            return new Token(Token.Kind.TEXT, quoted(first, "text"), start, at);
        }
        if (first == '`') {
            return new Token(Token.Kind.QUOTED_NAME, quoted(first, "name"), start, at);
        }
        Optional<String> number = match(NUMBER);
        if (number.isPresent()) {
            return new Token(Token.Kind.NUMBER, number.get(), start, at);
        }
        Optional<String> name = match(NAME);
        if (name.isPresent()) {
            return new Token(Token.Kind.NAME, name.get(), start, at);
        }
        Optional<String> symbol = match(SYMBOL);
        if (symbol.isEmpty()) {
            throw new ExpressionException(
                    "'" + Character.toString(text.codePointAt(start)) + "' has no meaning",
                    start + 1,
                    "A name with odd characters goes between back-quotes: `px 1`");
        }
        if (MISTAKEN.containsKey(symbol.get())) {
            throw new ExpressionException(
                    "'" + symbol.get() + "' has no meaning", start + 1, "Write '" + MISTAKEN.get(symbol.get()) + "'");
        }
        return new Token(Token.Kind.SYMBOL, symbol.get(), start, at);
    }

    private String quoted(char quote, String what) {
        int close = text.indexOf(quote, at + 1);
        if (close < 0) {
            throw new ExpressionException(
                    "this " + what + " does not end", at + 1, "A closing " + quote + " is missing");
        }
        String content = text.substring(at + 1, close);
        at = close + 1;
        return content;
    }

    private void skipBlank() {
        match(BLANK);
    }

    private Optional<String> match(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        at = matcher.end();
        return Optional.of(matcher.group());
    }
}
