package org.muonframework.train.fused.step;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Work between two waits of all threads. */
public final class Stage {

    private final List<Consumer<Worker>> parts = new ArrayList<>();
    private final List<Conclusion> conclusions = new ArrayList<>();
    private final List<Consumer<Worker>> solos = new ArrayList<>();

    /** What every worker makes of the sums of all slices, for itself. */
    @FunctionalInterface
    interface Conclusion {

        /**
         * Concludes.
         *
         * @param worker number of the worker
         * @param slices of the batch
         * @param rows of the batch
         */
        void conclude(int worker, int slices, int rows);
    }

    /** Adds a part, and gives its number. */
    int add(Consumer<Worker> part) {
        parts.add(part);
        return parts.size() - 1;
    }

    void conclude(Conclusion conclusion) {
        conclusions.add(conclusion);
    }

    void alone(Consumer<Worker> solo) {
        solos.add(solo);
    }

    /** Works on the block that a worker is at. */
    public void work(Worker worker) {
        for (int i = 0; i < parts.size(); i++) {
            parts.get(i).accept(worker);
        }
    }

    /** Concludes, after all workers have done their blocks. */
    public void conclude(Worker worker, int slices) {
        for (int i = 0; i < conclusions.size(); i++) {
            conclusions.get(i).conclude(worker.number(), slices, worker.batch().rows());
        }
    }

    /** Whether one worker has something to do while all others wait once more. */
    public boolean hasSolo() {
        return !solos.isEmpty();
    }

    /** Does what only one worker does. */
    public void workAlone(Worker worker) {
        solos.forEach(solo -> solo.accept(worker));
    }
}
