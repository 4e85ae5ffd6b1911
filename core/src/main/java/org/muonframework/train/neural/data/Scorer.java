package org.muonframework.train.neural.data;

import org.muonframework.spi.train.SparseImages;

/** Computes a network's raw outputs, before any link, in evaluation. */
public interface Scorer extends AutoCloseable {

    /** Gives the rows of one input; may be called from several threads at once. */
    @FunctionalInterface
    interface Source {

        /** Writes the rows {@code from} to before {@code to} of an input, row by row, to the start of an array. */
        void fill(int input, int from, int to, float[] target);

        /** The rows {@code from} to before {@code to} of an input that takes images. */
        default SparseImages images(int input, int from, int to) {
            throw new IllegalStateException("input " + input + " takes no images here");
        }
    }

    /** Takes outputs; called once for each part of the rows, in any order, perhaps by several threads at once. */
    @FunctionalInterface
    interface Sink {

        /**
         * Outputs of the rows {@code from} to before {@code to}.
         *
         * @param outputs for each output of the network its values row by row
         */
        void accept(int from, int to, float[][] outputs);
    }

    /** Computes rows 0 to before {@code rows}, in parts that are always the same for a number of rows. */
    void run(int rows, Source source, Sink sink);

    @Override
    void close();
}
