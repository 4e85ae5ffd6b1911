package org.muonframework.darksector.simulation;

import org.muonframework.spi.Context;
import org.muonframework.spi.DatasetProvider;
import org.muonframework.spi.data.Dataset;

/**
 * Candidates as of {@link DarkSectorSimulation} in the columns of punzinet, to exchange files with it: one row a
 * candidate, four an event. The mass hypotheses are the simulated masses.
 */
public final class PunziNetSimulation implements DatasetProvider<DarkSectorSettings> {

    @Override
    public String name() {
        return "punzinet-simulation";
    }

    @Override
    public String description() {
        return "Simulated candidates of a Z' at Belle II in the columns of punzinet: category, gen_mass, labels, M, …";
    }

    @Override
    public Class<DarkSectorSettings> settings() {
        return DarkSectorSettings.class;
    }

    @Override
    public Dataset create(DarkSectorSettings settings, Context context) {
        SampleList samples = SampleList.of(settings, context.random());
        PunziNetColumns columns = new PunziNetColumns(new MassWindows(samples.masses()));
        return DarkSectorSimulation.dataset(name(), samples, new CandidateTable(columns.all()), context);
    }
}
