package org.muonframework.data.format.files;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.muonframework.spi.data.BatchReader;
import org.muonframework.spi.data.Dataset;
import org.muonframework.spi.data.Schema;

/**
 * Events seen as one row for each element of some of their lists. Flat columns are repeated for every row of an event,
 * other lists too where they are asked for. An event whose lists are empty has no row.
 */
final class ExplodedDataset implements Dataset {

    private final Dataset events;
    private final Explosion explosion;

    ExplodedDataset(Dataset events, Explosion explosion) {
        this.events = events;
        this.explosion = explosion;
    }

    @Override
    public Schema schema() {
        return explosion.schema();
    }

    /** One of the exploded columns is always read: the rows must not depend on what is asked for. */
    @Override
    public BatchReader open(Set<String> columns) {
        Set<String> read = new HashSet<>(columns);
        read.remove(explosion.index());
        read.add(explosion.columns().iterator().next());
        return new ExplodedReader(events.open(read), explosion, columns);
    }

    @Override
    public List<Path> files() {
        return events.files();
    }
}
