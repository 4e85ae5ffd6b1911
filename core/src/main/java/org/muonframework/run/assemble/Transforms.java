package org.muonframework.run.assemble;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.muonframework.config.Problems;
import org.muonframework.data.ColumnUses;
import org.muonframework.data.transform.NamedTransform;
import org.muonframework.data.transform.TransformChain;
import org.muonframework.plugin.Plugin;
import org.muonframework.run.plan.TransformPlan;
import org.muonframework.spi.Context;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.data.Transform;
import org.muonframework.spi.problem.ConfigurationException;

/** Makes the transforms of an analysis and holds them against a dataset. */
public final class Transforms {

    private Transforms() {}

    /**
     * Makes them for a dataset.
     *
     * @param schema the dataset's columns, as the analysis calls them
     * @param uses the label and the targets of the analysis
     * @throws ConfigurationException if a plugin refuses its settings
     */
    public static TransformChain of(List<TransformPlan> plans, Schema schema, ColumnUses uses, Context context) {
        Problems problems = new Problems();
        List<NamedTransform> transforms = new ArrayList<>();
        for (TransformPlan plan : plans) {
            try {
                transforms.add(made(plan, context));
            } catch (ConfigurationException e) {
                String where = plan.transform().where();
                e.problems()
                        .forEach(problem ->
                                problems.add(problem.where().isEmpty() ? where : problem.where(), problem.message()));
            }
        }
        problems.throwIfAny();
        return TransformChain.of(schema, transforms, uses);
    }

    private static NamedTransform made(TransformPlan plan, Context context) {
        Transform transform = Providers.transform(plan.transform(), context);
        return NamedTransform.of(
                plan.name(), new InPlugin(plan.transform().service().plugin(), transform));
    }

    /** A transform that is always called with the class loader of its plugin, on whatever thread. */
    private record InPlugin(Plugin plugin, Transform transform) implements Transform {

        @Override
        public List<Input> inputs() {
            return plugin.call(transform::inputs);
        }

        @Override
        public List<ColumnSpec> columns() {
            return plugin.call(transform::columns);
        }

        @Override
        public Map<String, Column> apply(Batch batch) {
            return plugin.call(() -> transform.apply(batch));
        }
    }
}
