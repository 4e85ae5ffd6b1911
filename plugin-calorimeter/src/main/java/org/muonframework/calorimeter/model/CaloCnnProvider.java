package org.muonframework.calorimeter.model;

import org.muonframework.spi.ModelContext;
import org.muonframework.spi.ModelProvider;
import org.muonframework.spi.model.Model;

/**
 * The model {@code calo-cnn} (arXiv:2107.02119): residual convolutions on the cells of a calorimeter; what they find
 * goes, with the features if there are any, into dense layers. With 28 features it has 636,570 trainable parameters.
 */
public final class CaloCnnProvider implements ModelProvider<CaloCnnSettings> {

    @Override
    public String name() {
        return "calo-cnn";
    }

    @Override
    public String description() {
        return "Residual 3-D convolutions on the cells of a calorimeter, with features, for a muon's energy.";
    }

    @Override
    public Class<CaloCnnSettings> settings() {
        return CaloCnnSettings.class;
    }

    @Override
    public Model create(CaloCnnSettings settings, ModelContext context) {
        return new CaloCnn(name(), context.task(), settings).create();
    }
}
