package org.muonframework.run.compare;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.muonframework.data.KeyKind;
import org.muonframework.run.FinishedRun;

/**
 * Whether rows of two runs with the same event keys are the same rows.
 *
 * @param one the one run
 * @param other the other run
 */
record EventIdentity(FinishedRun one, FinishedRun other) {

    /** Why it cannot be told which rows are the same; empty if it can. */
    Optional<String> obstacle() {
        Map<String, KeyKind> keys = one.eventKeys();
        if (!keys.equals(other.eventKeys())) {
            return Optional.of("the runs know events by different keys");
        }
        boolean simulated = !one.readsFiles() || !other.readsFiles();
        if (simulated && !(agreeOn("inputs") && agreeOn("seed") && dataset(one).equals(dataset(other)))) {
            return Optional.of("the events were simulated apart");
        }
        if (keys.isEmpty() && !(agreeOn("inputs") && agreeOn("seed") && agreeOn("rows"))) {
            return Optional.of("no keys tell which are the same");
        }
        return Optional.empty();
    }

    private boolean agreeOn(String key) {
        return one.manifest().path(key).equals(other.manifest().path(key));
    }

    /** What is simulated. */
    private static SortedMap<String, String> dataset(FinishedRun run) {
        return run.configuration().subMap("dataset.", "dataset/");
    }
}
