package org.muonframework.plugin;

/** Java text of services that a plugin might offer. */
final class Sources {

    /** Settings of all services below. */
    static final String SETTINGS = """
            package com.example;

            public record Settings() {}
            """;

    private Sources() {}

    /** A metric whose description is an expression. */
    static String metric(String className, String name, String description) {
        return metric(className, "", name, description, "Settings.class");
    }

    /**
     * A metric.
     *
     * @param members further members of the class
     * @param name its name
     * @param description a Java expression
     * @param settings a Java expression
     */
    static String metric(String className, String members, String name, String description, String settings) {
        return """
                package com.example;

                import org.muonframework.spi.*;
                import org.muonframework.spi.metric.*;

                public class %s implements MetricProvider {
                    %s
                    public String name() { return "%s"; }
                    public String description() { return %s; }
                    public Class settings() { return %s; }
                    public Metric create(Record settings, Context context) {
                        return evaluation -> MetricResult.of(java.util.List.of(), java.util.List.of());
                    }
                }
                """.formatted(className, members, name, description, settings);
    }

    /** An analysis whose preset lies where it lies by default. */
    static String analysis(String className, String name, String members) {
        return """
                package com.example;

                public class %s implements org.muonframework.spi.AnalysisProvider {
                    %s
                    public String name() { return "%s"; }
                    public String description() { return "an analysis"; }
                }
                """.formatted(className, members, name);
    }

    /** A function from text to text, by which a test reaches into a plugin. */
    static String probe(String className, String body) {
        return """
                package com.example;

                public class %s implements java.util.function.Function<String, Object> {
                    public Object apply(String argument) {
                        try {
                            %s
                        } catch (Exception e) {
                            return e;
                        }
                    }
                }
                """.formatted(className, body);
    }
}
