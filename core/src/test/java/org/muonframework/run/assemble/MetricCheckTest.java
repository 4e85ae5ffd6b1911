package org.muonframework.run.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.config.Problems;
import org.muonframework.evaluate.classify.AccuracyProvider;
import org.muonframework.plugin.Plugin;
import org.muonframework.plugin.Service;
import org.muonframework.plugin.ServiceKind;
import org.muonframework.run.plan.Configured;
import org.muonframework.spi.MetricProvider;
import org.muonframework.spi.SpiVersion;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.Metric;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.model.Image;
import org.muonframework.spi.model.Shape;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.problem.Problem;

class MetricCheckTest {

    private record NoSettings() {}

    /** Notes under which class loader each of its methods is called. */
    private static final class Watching implements Metric {

        private final List<ClassLoader> loaders = new ArrayList<>();

        @Override
        public List<String> columns() {
            note();
            return List.of("pt");
        }

        @Override
        public boolean needsModel() {
            note();
            return false;
        }

        @Override
        public List<String> images() {
            note();
            return List.of("shower");
        }

        @Override
        public Optional<String> objection(Task task) {
            note();
            return task.targets().isEmpty() ? Optional.empty() : Optional.of("dislikes it");
        }

        @Override
        public MetricResult evaluate(Evaluation evaluation) {
            throw new AssertionError("nothing is evaluated");
        }

        private void note() {
            loaders.add(Thread.currentThread().getContextClassLoader());
        }
    }

    @Test
    @DisplayName("a metric that looks at an image which is not there is refused")
    void image() throws Exception {
        Task task = new Task(List.of("pt"), List.of(), List.of());
        assertThat(problemsOf(task))
                .containsExactly(
                        "the metric 'watching' cannot judge this: needs the image 'shower', and the analysis has no images");
        assertThat(problemsOf(task.withImages(List.of(new Image("showers", Shape.of(3))))))
                .containsExactly(
                        "the metric 'watching' cannot judge this: there is no image 'shower'. Did you mean 'showers'?");
        assertThat(problemsOf(task.withImages(List.of(new Image("shower", Shape.of(3))))))
                .isEmpty();
    }

    private static List<String> problemsOf(Task task) throws Exception {
        Problems problems = new Problems();
        try (URLClassLoader loader = new URLClassLoader(new URL[0])) {
            check(new Watching(), loader, problems).judge(List.of(task), false);
        }
        return problems.list().stream().map(Problem::toString).toList();
    }

    private static MetricCheck check(Watching metric, URLClassLoader loader, Problems problems) {
        Plugin plugin = new Plugin("watch", "1", SpiVersion.CURRENT, List.of(), loader);
        Service<MetricProvider<?>> service =
                new Service<>(ServiceKind.METRIC, "watching", "", new AccuracyProvider(), plugin);
        return new MetricCheck(
                List.of(new AssembledMetric(new Configured<>(service, new NoSettings(), ""), metric)), problems);
    }

    @Test
    @DisplayName("a plugin's metric is asked under the plugin's class loader, whatever it is asked")
    void classLoader() throws Exception {
        try (URLClassLoader loader = new URLClassLoader(new URL[0])) {
            Watching metric = new Watching();
            Problems problems = new Problems();
            MetricCheck check = check(metric, loader, problems);

            assertThat(check.expressions(Schema.of(List.of(ColumnSpec.of("pt", ColumnType.DOUBLE)))))
                    .containsExactly("pt");
            check.judge(List.of(new Task(List.of("pt"), List.of(), List.of("pt"))), false);

            assertThat(metric.loaders).containsExactly(loader, loader, loader);
            assertThat(problems.list())
                    .singleElement()
                    .hasToString("the metric 'watching' cannot judge this: dislikes it");
        }
    }
}
