package org.muonframework.config;

import com.typesafe.config.ConfigException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muonframework.spi.problem.Problem;

/** Turns the library's exceptions, which speak of tokens, into problems in plain words. */
final class SyntaxProblem {

    /** How the problem of a substitution without a value ends. */
    static final String UNDEFINED = " is not defined anywhere";

    /** The first that matches speaks. */
    private static final List<Wording> WORDINGS = List.of(
            new Wording("newline.*in quoted strings", "a quotation mark \" is not closed on its line"),
            new Wording("triple-quoted string was still open", "a text that begins with \"\"\" is not closed"),
            new Wording("Substitution \\$\\{ was not closed", "a substitution ${ is not closed with }"),
            new Wording("not followed by \\{", "$ is only allowed in ${name} or inside quotation marks"),
            new Wording(
                    "Reserved character '(.)' is not allowed",
                    "the character %s is only allowed inside quotation marks: write key = \"…\""),
            new Wording(
                    "not a valid escape sequence",
                    "a backslash inside quotation marks must be doubled: write \\\\ for \\"),
            new Wording("unbalanced close brace", "there is a closing brace } too many"),
            new Wording(
                    "Expecting close brace \\}.*end of file",
                    "a closing brace } is missing before the end of the file"),
            new Wording(
                    "List should have ended.*end of file", "a closing bracket ] is missing before the end of the file"),
            new Wording("List should have ended", "a comma or a closing bracket ] is missing in the list"),
            new Wording("Expecting a value but got wrong token: end of file", "a value is missing after the = sign"),
            new Wording("Expecting a value but got wrong token: (.*)", "a value was expected, not %s"),
            new Wording("Key '(.*)' may not be followed by", "'%s' has no value: expected key = value or key { … }"),
            new Wording("expecting a close parentheses '\\)' here, not: (.*)", "a key was expected, not %s"),
            new Wording("include", "include must be followed by a file name in quotation marks"),
            new Wording("(\\$\\{.*?}) was part of a cycle", "%s refers to itself"),
            new Wording("Could not resolve substitution to a value: (\\$\\{.*?})", "%s" + UNDEFINED),
            new Wording("Cannot concatenate", "a section, a list and a text cannot be joined into one value"),
            new Wording(
                    "has type (?!OBJECT).* at file root", "the file must consist of keys with values, not of a list"),
            new Wording("adjacent period", "a key must not begin or end with a dot, nor have two dots in a row"));

    private SyntaxProblem() {}

    /** The exception as a problem; {@code label} stands for its place where it names none. */
    static Problem of(ConfigException exception, String label) {
        String message = exception.getMessage();
        String where = label;
        if (exception.origin() != null) {
            String prefix = exception.origin().description() + ": ";
            message = message.startsWith(prefix) ? message.substring(prefix.length()) : message;
            where = Origins.describe(exception.origin());
        }
        return new Problem(where, inPlainWords(message));
    }

    private static String inPlainWords(String message) {
        return WORDINGS.stream()
                .filter(wording -> wording.matches(message))
                .findFirst()
                .map(wording -> wording.say(message))
                .orElseGet(() ->
                        message.replaceFirst("\\(if you (intended|want) .*", "").strip());
    }

    private record Wording(Pattern pattern, String words) {

        Wording(String pattern, String words) {
            this(Pattern.compile(pattern, Pattern.DOTALL), words);
        }

        boolean matches(String message) {
            return pattern.matcher(message).find();
        }

        String say(String message) {
            Matcher matcher = pattern.matcher(message);
            return matcher.find() && matcher.groupCount() > 0
                    ? words.replace("%s", matcher.group(1).replaceFirst(" \\(if you (intended|want) .*", ""))
                    : words;
        }
    }
}
