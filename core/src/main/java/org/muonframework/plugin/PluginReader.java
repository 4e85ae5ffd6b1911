package org.muonframework.plugin;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.muonframework.spi.SpiVersion;

/** Reads plugins as far as their manifests: no class of theirs is loaded. */
final class PluginReader {

    private static final String ID = "Framework-Plugin-Id";
    private static final String VERSION = "Framework-Plugin-Version";

    private PluginReader() {}

    /**
     * Reads the plugin in a JAR or folder.
     *
     * @throws PluginException if no JAR or more than one says that it is a plugin, or the version does not fit
     */
    static Plugin read(Path place) throws PluginException {
        List<Path> jars = PluginFolder.jars(place);
        Map<Path, Attributes> plugins = new LinkedHashMap<>();
        for (Path jar : jars) {
            Attributes attributes = manifest(jar);
            if (attributes.getValue(SpiVersion.ATTRIBUTE) != null) {
                plugins.put(jar, attributes);
            }
        }
        Path main = onlyOne(List.copyOf(plugins.keySet()));
        Attributes attributes = plugins.get(main);
        String id = text(attributes, ID).orElse(nameOf(place));
        List<Path> files = Stream.concat(Stream.of(main), jars.stream().filter(jar -> !jar.equals(main)))
                .toList();
        ClassLoader loader = new PluginClassLoader(
                id, files.stream().map(PluginReader::url).toList(), PluginReader.class.getClassLoader());
        return new Plugin(id, text(attributes, VERSION).orElse("unknown"), spiVersion(attributes), files, loader);
    }

    private static Path onlyOne(List<Path> plugins) throws PluginException {
        if (plugins.isEmpty()) {
            throw new PluginException("no JAR has the attribute " + SpiVersion.ATTRIBUTE
                    + " in its manifest; a plugin for this framework has '" + SpiVersion.ATTRIBUTE + ": "
                    + SpiVersion.CURRENT + "'");
        }
        if (plugins.size() > 1) {
            throw new PluginException(
                    "two plugins in one folder (" + plugins.get(0).getFileName() + " and "
                            + plugins.get(1).getFileName() + "); give each a folder of its own");
        }
        return plugins.get(0);
    }

    private static SpiVersion spiVersion(Attributes attributes) throws PluginException {
        SpiVersion version;
        try {
            version = SpiVersion.parse(attributes.getValue(SpiVersion.ATTRIBUTE));
        } catch (IllegalArgumentException e) {
            throw new PluginException(SpiVersion.ATTRIBUTE + " in its manifest: " + e.getMessage(), e);
        }
        if (!SpiVersion.CURRENT.supports(version)) {
            throw new PluginException("made for SPI " + version + ", this framework has SPI " + SpiVersion.CURRENT
                    + "; ask its author for a version that fits");
        }
        return version;
    }

    private static Attributes manifest(Path jar) throws PluginException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            return manifest == null ? new Attributes() : manifest.getMainAttributes();
        } catch (IOException | SecurityException e) {
            throw new PluginException("'" + jar.getFileName() + "' cannot be read as a JAR: " + e.getMessage(), e);
        }
    }

    private static Optional<String> text(Attributes attributes, String name) {
        return Optional.ofNullable(attributes.getValue(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static String nameOf(Path place) {
        String name = place.getFileName().toString();
        return name.endsWith(".jar") ? name.substring(0, name.length() - ".jar".length()) : name;
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("not a file: " + jar, e);
        }
    }
}
