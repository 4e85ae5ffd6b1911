package org.muonframework.data.format.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.muonframework.data.format.InputFile;
import org.muonframework.spi.problem.ConfigurationException;
import org.muonframework.spi.problem.DataException;

/** Finds the files that names and patterns stand for. */
final class FilePatterns {

    private static final String SPECIAL = "*?[{";

    private FilePatterns() {}

    /**
     * The files, each once: in the order of the names and patterns, those of one pattern in the order of
     * {@link NaturalOrder}.
     *
     * @param patterns names, or patterns with {@code * ? [] {}} and {@code **} for any number of directories
     * @param directory where relative ones start
     * @throws DataException if a pattern matches no file
     */
    static List<InputFile> find(List<String> patterns, Path directory) {
        Map<Path, InputFile> files = new LinkedHashMap<>();
        for (String pattern : patterns) {
            List<InputFile> found = isPattern(pattern) && !Files.exists(directory.resolve(pattern))
                    ? matches(pattern, directory)
                    : List.of(new InputFile(directory.resolve(pattern), pattern));
            if (found.isEmpty()) {
                throw new DataException(
                        pattern,
                        "no file matches this pattern in '"
                                + directory.toAbsolutePath().normalize() + "'");
            }
            found.forEach(file -> files.putIfAbsent(file.path().toAbsolutePath().normalize(), file));
        }
        return new ArrayList<>(files.values());
    }

    private static boolean isPattern(String text) {
        return text.chars().anyMatch(c -> SPECIAL.indexOf(c) >= 0);
    }

    private static List<InputFile> matches(String pattern, Path directory) {
        String fixed = "";
        String rest = pattern;
        int slash;
        while ((slash = rest.indexOf('/')) >= 0 && !isPattern(rest.substring(0, slash))) {
            fixed += rest.substring(0, slash + 1);
            rest = rest.substring(slash + 1);
        }
        Path start = directory.resolve(fixed);
        if (!Files.isDirectory(start)) {
            return List.of();
        }
        List<PathMatcher> matchers = new ArrayList<>();
        try {
            matchers.add(FileSystems.getDefault().getPathMatcher("glob:" + rest));
            matchers.add(FileSystems.getDefault().getPathMatcher("glob:" + rest.replace("**/", "")));
        } catch (PatternSyntaxException e) {
            throw new ConfigurationException(pattern, "is not a pattern of files: " + e.getDescription());
        }
        int depth = rest.contains("**")
                ? Integer.MAX_VALUE
                : (int) rest.chars().filter(c -> c == '/').count() + 1;
        String prefix = fixed;
        try (Stream<Path> walk = Files.walk(start, depth)) {
            return walk.filter(Files::isRegularFile)
                    .map(start::relativize)
                    .filter(path -> matchers.stream().anyMatch(matcher -> matcher.matches(path)))
                    .sorted(Comparator.comparing(Path::toString, new NaturalOrder()))
                    .map(path -> new InputFile(start.resolve(path), prefix + path))
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new DataException(pattern, "the directory '" + start + "' cannot be listed: " + e.getMessage(), e);
        }
    }
}
