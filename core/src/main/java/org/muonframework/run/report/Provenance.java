package org.muonframework.run.report;

import java.time.Instant;
import java.util.List;

/**
 * Where the numbers of a report come from.
 *
 * @param started when the run began
 * @param version version of the framework
 * @param rows what else there is to say, each with its value: versions, seed, hashes of plugins and inputs
 */
public record Provenance(Instant started, String version, List<List<String>> rows) {

    public Provenance {
        rows = List.copyOf(rows);
    }
}
