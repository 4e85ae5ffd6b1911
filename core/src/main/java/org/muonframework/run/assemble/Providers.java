package org.muonframework.run.assemble;

import org.muonframework.run.plan.Configured;
import org.muonframework.spi.Context;
import org.muonframework.spi.DatasetProvider;
import org.muonframework.spi.DisplayProvider;
import org.muonframework.spi.MetricProvider;
import org.muonframework.spi.ModelContext;
import org.muonframework.spi.ModelProvider;
import org.muonframework.spi.TrainerProvider;
import org.muonframework.spi.TransformProvider;
import org.muonframework.spi.data.Dataset;
import org.muonframework.spi.data.Transform;
import org.muonframework.spi.display.EventDisplay;
import org.muonframework.spi.metric.Metric;
import org.muonframework.spi.model.ArchitectureException;
import org.muonframework.spi.model.Model;
import org.muonframework.spi.problem.ConfigurationException;
import org.muonframework.spi.train.Trainer;

/** Calls providers with settings of their own record class. */
public final class Providers {

    private Providers() {}

    /** Calls the provider of a dataset. */
    public static Dataset dataset(Configured<DatasetProvider<?>> chosen, Context context) {
        return chosen.service().call(provider -> dataset(provider, chosen.settings(), context));
    }

    /**
     * Calls the provider of a model.
     *
     * @throws ConfigurationException if the parts of a network do not fit together
     */
    public static Model model(Configured<ModelProvider<?>> chosen, ModelContext context) {
        try {
            return chosen.service().call(provider -> model(provider, chosen.settings(), context));
        } catch (ArchitectureException e) {
            throw new ConfigurationException(chosen.where(), e.getMessage());
        }
    }

    /** Calls the provider of a trainer. */
    public static Trainer trainer(Configured<TrainerProvider<?>> chosen, Context context) {
        return chosen.service().call(provider -> trainer(provider, chosen.settings(), context));
    }

    /** Calls the provider of a display. */
    public static EventDisplay display(Configured<DisplayProvider<?>> chosen, Context context) {
        return chosen.service().call(provider -> display(provider, chosen.settings(), context));
    }

    static Metric metric(Configured<MetricProvider<?>> chosen, Context context) {
        return chosen.service().call(provider -> metric(provider, chosen.settings(), context));
    }

    static Transform transform(Configured<TransformProvider<?>> chosen, Context context) {
        return chosen.service().call(provider -> transform(provider, chosen.settings(), context));
    }

    private static <S extends Record> Dataset dataset(DatasetProvider<S> provider, Record settings, Context context) {
        return provider.create(provider.settings().cast(settings), context);
    }

    private static <S extends Record> EventDisplay display(
            DisplayProvider<S> provider, Record settings, Context context) {
        return provider.create(provider.settings().cast(settings), context);
    }

    private static <S extends Record> Transform transform(
            TransformProvider<S> provider, Record settings, Context context) {
        return provider.create(provider.settings().cast(settings), context);
    }

    private static <S extends Record> Model model(ModelProvider<S> provider, Record settings, ModelContext context) {
        return provider.create(provider.settings().cast(settings), context);
    }

    private static <S extends Record> Trainer trainer(TrainerProvider<S> provider, Record settings, Context context) {
        return provider.create(provider.settings().cast(settings), context);
    }

    private static <S extends Record> Metric metric(MetricProvider<S> provider, Record settings, Context context) {
        return provider.create(provider.settings().cast(settings), context);
    }
}
