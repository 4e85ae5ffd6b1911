package org.muonframework.config;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muonframework.spi.problem.ConfigurationException;
import org.muonframework.spi.problem.Problem;

/** Collects everything that is wrong with a configuration, so that the user can mend it in one go. */
public final class Problems {

    private static final Pattern FILE_AND_LINE = Pattern.compile("(.+):(\\d{1,9})");

    private final Set<Problem> found = new LinkedHashSet<>();

    /**
     * Adds one problem; the same problem at the same place is kept once.
     *
     * @param where file and line ({@code analysis.conf:14}), the option {@code --set key=value}, or empty
     * @param message what is wrong, what was expected, and the nearest valid name where there is one
     */
    public void add(String where, String message) {
        found.add(new Problem(where, message));
    }

    void addAll(List<Problem> problems) {
        found.addAll(problems);
    }

    /** Whether nothing was found. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /**
     * All problems: those with file and line first, sorted by file and then by line; then the others in the order in
     * which they were added.
     */
    public List<Problem> list() {
        return found.stream()
                .map(Located::of)
                .sorted(Located.ORDER)
                .map(Located::problem)
                .toList();
    }

    /**
     * Ends the reading if anything was found.
     *
     * @throws ConfigurationException with all problems, ordered as in {@link #list()}
     */
    public void throwIfAny() {
        if (!isEmpty()) {
            throw new ConfigurationException(list());
        }
    }

    private record Located(Problem problem, boolean inFile, String file, int line) {

        static final Comparator<Located> ORDER = Comparator.comparing(Located::inFile)
                .reversed()
                .thenComparing(Located::file)
                .thenComparingInt(Located::line);

        static Located of(Problem problem) {
            Matcher place = FILE_AND_LINE.matcher(problem.where());
            return place.matches()
                    ? new Located(problem, true, place.group(1), Integer.parseInt(place.group(2)))
                    : new Located(problem, false, "", 0);
        }
    }
}
