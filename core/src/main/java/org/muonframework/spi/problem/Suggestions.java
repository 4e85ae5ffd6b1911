package org.muonframework.spi.problem;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds the name that a user most likely meant. */
public final class Suggestions {

    /** Up to this many names are offered when they are equally near. */
    private static final int OFFERED = 3;

    /** Up to this many names are listed when none is near. */
    private static final int LISTED = 12;

    private Suggestions() {}

    /**
     * The candidate nearest to a misspelt name, if any is near enough.
     *
     * <p>A candidate that differs only in case, {@code -} and {@code _} always matches. Otherwise the
     * Damerau-Levenshtein distance (insertions, deletions, substitutions and swaps of neighbours, case ignored) may be
     * at most a third of the longer name's length, and at least one letter must be right. Of equally near candidates
     * the first in alphabetical order is taken.
     *
     * @param name what the user wrote
     * @param candidates the valid names, in any order
     */
    public static Optional<String> nearest(String name, Collection<String> candidates) {
        return allNearest(name, candidates).stream().findFirst();
    }

    /** All candidates at the smallest distance, in alphabetical order. */
    private static List<String> allNearest(String name, Collection<String> candidates) {
        List<String> sorted = sorted(candidates);
        String letters = lettersOf(name);
        List<String> sameLetters = sorted.stream()
                .filter(candidate -> !letters.isEmpty() && lettersOf(candidate).equals(letters))
                .toList();
        if (!sameLetters.isEmpty()) {
            return sameLetters;
        }
        List<Candidate> near = sorted.stream()
                .map(candidate -> new Candidate(candidate, distance(lower(name), lower(candidate))))
                .filter(candidate -> candidate.isNear(name))
                .toList();
        int smallest = near.stream().mapToInt(Candidate::distance).min().orElse(0);
        return near.stream()
                .filter(candidate -> candidate.distance() == smallest)
                .map(Candidate::name)
                .toList();
    }

    /**
     * A sentence to append to an error message, with a leading space: {@code " Did you mean 'batch-size'?"}, with up to
     * three names that are equally near; when nothing is near, the first twelve names there are.
     *
     * @param name what the user wrote
     * @param candidates the valid names, in any order
     */
    public static String didYouMean(String name, Collection<String> candidates) {
        List<String> near = allNearest(name, candidates);
        return near.isEmpty()
                ? known(sorted(candidates))
                : near.stream()
                        .limit(OFFERED)
                        .map(candidate -> "'" + candidate + "'")
                        .collect(Collectors.joining(" or ", " Did you mean ", "?"));
    }

    private static String known(List<String> names) {
        if (names.isEmpty()) {
            return "";
        }
        String first = names.stream().limit(LISTED).collect(Collectors.joining(", "));
        return " Known: " + first + (names.size() > LISTED ? ", …" : ".");
    }

    private static List<String> sorted(Collection<String> names) {
        return List.copyOf(new TreeSet<>(names));
    }

    private static String lettersOf(String name) {
        return lower(name).replace("-", "").replace("_", "");
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** The optimal-string-alignment form of the Damerau-Levenshtein distance: no part is edited twice. */
    private static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            current[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] free = beforeLast;
            beforeLast = last;
            last = current;
            current = free;
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substitution = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(substitution, Math.min(last[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    current[j] = Math.min(current[j], beforeLast[j - 2] + 1);
                }
            }
        }
        return current[b.length()];
    }

    private record Candidate(String name, int distance) {

        boolean isNear(String written) {
            int length = Math.max(written.length(), name.length());
            return distance <= Math.max(1, length / 3) && distance < length;
        }
    }
}
