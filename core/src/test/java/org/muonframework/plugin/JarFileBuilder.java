package org.muonframework.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.muonframework.SourceCompiler;
import org.muonframework.spi.SpiVersion;
import org.slf4j.Logger;

/** Makes real JARs out of Java text, service files and resources. */
public final class JarFileBuilder {

    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final Map<String, String> resources = new LinkedHashMap<>();
    private final List<String> sources = new ArrayList<>();
    private final List<String> left = new ArrayList<>();
    private final List<Path> classPath =
            new ArrayList<>(List.of(SourceCompiler.placeOf(SpiVersion.class), SourceCompiler.placeOf(Logger.class)));

    private JarFileBuilder() {}

    /** A JAR whose manifest says that it is a plugin for the current SPI. */
    public static JarFileBuilder plugin() {
        return library().attribute(SpiVersion.ATTRIBUTE, SpiVersion.CURRENT.toString());
    }

    /** A JAR that is no plugin. */
    static JarFileBuilder library() {
        return new JarFileBuilder();
    }

    JarFileBuilder attribute(String name, String value) {
        attributes.put(name, value);
        return this;
    }

    public JarFileBuilder source(String text) {
        sources.add(text);
        return this;
    }

    /** Compiles against another JAR, which does not become part of this one. */
    public JarFileBuilder using(Path jar) {
        classPath.add(jar);
        return this;
    }

    /** Leaves classes out, as a faulty build would. */
    JarFileBuilder without(String className) {
        left.add(className.replace('.', '/') + ".class");
        return this;
    }

    /** Adds a line to the service file of an interface. */
    public JarFileBuilder service(Class<?> type, String implementation) {
        resources.merge("META-INF/services/" + type.getName(), implementation + "\n", String::concat);
        return this;
    }

    JarFileBuilder resource(String name, String text) {
        resources.put(name, text);
        return this;
    }

    /** Compiles and writes; folders are made where they are missing. */
    public Path write(Path jar) {
        try {
            Files.createDirectories(jar.getParent());
            Path classes = Files.createTempDirectory(jar.getParent(), ".classes-");
            if (!sources.isEmpty()) {
                SourceCompiler.compile(sources, classPath, classes);
            }
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest());
                    Stream<Path> files = Files.walk(classes)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    String name = classes.relativize(file).toString().replace('\\', '/');
                    if (!left.contains(name)) {
                        add(out, name, Files.readAllBytes(file));
                    }
                }
                for (Map.Entry<String, String> resource : resources.entrySet()) {
                    add(out, resource.getKey(), resource.getValue().getBytes(StandardCharsets.UTF_8));
                }
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Manifest manifest() {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.forEach(manifest.getMainAttributes()::putValue);
        return manifest;
    }

    private static void add(JarOutputStream out, String name, byte[] bytes) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(bytes);
        out.closeEntry();
    }
}
