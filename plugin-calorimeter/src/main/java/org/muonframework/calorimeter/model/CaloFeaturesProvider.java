package org.muonframework.calorimeter.model;

import org.muonframework.spi.ModelContext;
import org.muonframework.spi.ModelProvider;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.ArchitectureBuilder;
import org.muonframework.spi.model.Model;
import org.muonframework.spi.problem.ConfigurationException;

/**
 * The model {@code calo-features}: the dense layers of {@code calo-cnn} on the features alone (arXiv:2107.02119). With
 * three layers of 80 units and n features it has 80 n + 13,121 trainable parameters: 15,361 for 28.
 */
public final class CaloFeaturesProvider implements ModelProvider<CaloFeaturesSettings> {

    @Override
    public String name() {
        return "calo-features";
    }

    @Override
    public String description() {
        return "A dense network for the energy of a muon from features of its hits in a calorimeter.";
    }

    @Override
    public Class<CaloFeaturesSettings> settings() {
        return CaloFeaturesSettings.class;
    }

    @Override
    public Model create(CaloFeaturesSettings settings, ModelContext context) {
        if (context.task().features().isEmpty()) {
            throw new ConfigurationException("features", "the model 'calo-features' needs at least one feature");
        }
        ArchitectureBuilder network = Architecture.builder();
        Body body = new Body(name(), context.task(), settings, network);
        return body.attach(body.features());
    }
}
