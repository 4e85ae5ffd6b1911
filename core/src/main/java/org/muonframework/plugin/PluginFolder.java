package org.muonframework.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Lists folders of plugins, always sorted by name, whatever order the file system has. */
final class PluginFolder {

    private PluginFolder() {}

    /**
     * What may be plugins in a folder: {@code <id>/} and bare {@code x.jar}; nothing if the folder does not exist.
     *
     * @throws PluginException if the folder cannot be read
     */
    static List<Path> places(Path folder) throws PluginException {
        return Files.exists(folder)
                ? list(folder, entry -> isJar(entry) || (Files.isDirectory(entry) && !isHidden(entry)))
                : List.of();
    }

    /**
     * The JARs of one place: itself, or those directly in it.
     *
     * @throws PluginException if it holds none or cannot be read
     */
    static List<Path> jars(Path place) throws PluginException {
        if (!Files.isDirectory(place)) {
            return List.of(place);
        }
        List<Path> jars = list(place, PluginFolder::isJar);
        if (jars.isEmpty()) {
            throw new PluginException("the folder holds no JAR");
        }
        return jars;
    }

    private static List<Path> list(Path folder, Predicate<Path> wanted) throws PluginException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(wanted)
                    .sorted(Comparator.comparing(PluginFolder::name))
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new PluginException("it cannot be read as a folder: " + e, e);
        }
    }

    private static boolean isJar(Path entry) {
        return name(entry).endsWith(".jar") && !isHidden(entry) && Files.isRegularFile(entry);
    }

    private static boolean isHidden(Path entry) {
        return name(entry).startsWith(".");
    }

    private static String name(Path entry) {
        return entry.getFileName().toString();
    }
}
