package org.muonframework.darksector.simulation;

import java.util.SplittableRandom;
import org.muonframework.spi.Context;
import org.muonframework.spi.DatasetProvider;
import org.muonframework.spi.data.Dataset;
import org.muonframework.spi.simulation.BlockDataset;

/**
 * e⁺e⁻ → μ⁺μ⁻Z′, Z′ → μ⁺μ⁻ and its background as the Belle II detector would see them: four candidates an event, for
 * any of the four pairs may be the Z′.
 *
 * <p>Signal has the weight 1; {@code generated} and {@code sigmaRef} turn counts into efficiencies and cross sections.
 * Every block counts the events that it took for those it selected, so that {@code events/generated} and the sum of the
 * weights are the efficiency and the expectation, without bias and with the statistical error of the sample itself.
 */
public final class DarkSectorSimulation implements DatasetProvider<DarkSectorSettings> {

    @Override
    public String name() {
        return "darksector-simulation";
    }

    @Override
    public String description() {
        return "Simulated candidates of a Z' in events of four muons at Belle II (label 1) and background (label 0).";
    }

    @Override
    public Class<DarkSectorSettings> settings() {
        return DarkSectorSettings.class;
    }

    @Override
    public Dataset create(DarkSectorSettings settings, Context context) {
        SampleList samples = SampleList.of(settings, context.random());
        return dataset(name(), samples, new CandidateTable(DarkSectorColumns.all()), context);
    }

    /** The events of these samples as these columns. */
    static Dataset dataset(String name, SampleList samples, CandidateTable table, Context context) {
        int pairs = CandidateGroup.PAIRS;
        return new BlockDataset(
                name,
                table.schema(),
                pairs * samples.events(),
                pairs * samples.block(),
                (firstRow, rows, wanted, random) -> {
                    SplittableRandom vertices = new SplittableRandom(random.nextLong());
                    Events events = samples.simulate(firstRow / pairs, rows / pairs, random);
                    return table.only(wanted).fill(events, vertices);
                },
                context);
    }
}
