package org.muonframework.calorimeter.model;

import org.muonframework.spi.ModelContext;
import org.muonframework.spi.ModelProvider;
import org.muonframework.spi.model.Model;

/**
 * The model {@code calo-cnn-small}: {@code calo-cnn} with half of the channels and one block a stage, which takes a
 * small part of its time. With 28 features it has 59,302 trainable parameters.
 */
public final class CaloCnnSmallProvider implements ModelProvider<CaloCnnSmallSettings> {

    @Override
    public String name() {
        return "calo-cnn-small";
    }

    @Override
    public String description() {
        return "The network calo-cnn with fewer channels and one block a stage: minutes instead of hours.";
    }

    @Override
    public Class<CaloCnnSmallSettings> settings() {
        return CaloCnnSmallSettings.class;
    }

    @Override
    public Model create(CaloCnnSmallSettings settings, ModelContext context) {
        return new CaloCnn(name(), context.task(), settings).create();
    }
}
