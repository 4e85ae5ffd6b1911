package org.muonframework.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * The scripts of a page: where it has figures d3 and those that zoom and read out, where it has scenes three.js and the
 * one that turns them; each library with its licence.
 *
 * @param texts each the whole text of one {@code script} element
 */
record Scripts(List<String> texts) {

    private static final String D3 = "d3";
    private static final String THREE = "three";

    Scripts {
        texts = List.copyOf(texts);
    }

    /** Those that a report needs; the libraries are those of the class path, in whichever version they are there. */
    static Scripts of(Report report) {
        List<String> texts = new ArrayList<>();
        if (!report.pictures().isEmpty()) {
            texts.addAll(List.of(licensed(D3, file(D3, "dist/d3.min.js")), text("axes.js"), text("figures.js")));
        }
        if (!report.displays().isEmpty()) {
            String core = file(THREE, "build/three.core.min.js");
            String module = file(THREE, "build/three.module.min.js");
            texts.addAll(List.of(licensed(THREE, ScriptModules.classic(THREE, core, module)), text("scenes.js")));
        }
        return new Scripts(texts);
    }

    /** The elements, to stand at the end of the page. */
    String html() {
        return texts.stream().map(text -> "<script>" + text + "</script>\n").collect(Collectors.joining());
    }

    private static String licensed(String library, String script) {
        return "/*\n" + file(library, "LICENSE") + "*/\n" + script;
    }

    private static String file(String library, String name) {
        String version = version(text("/META-INF/maven/org.webjars.npm/" + library + "/pom.properties"));
        return text("/META-INF/resources/webjars/" + library + "/" + version + "/" + name);
    }

    private static String version(String properties) {
        Properties read = new Properties();
        try {
            read.load(new StringReader(properties));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read.getProperty("version");
    }

    private static String text(String resource) {
        try (InputStream file = Scripts.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException("the script " + resource + " is not on the class path");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
