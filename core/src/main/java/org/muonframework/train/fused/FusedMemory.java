package org.muonframework.train.fused;

import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.Loss;
import org.muonframework.train.fused.kernel.KernelSet;
import org.muonframework.train.fused.step.Losses;
import org.muonframework.train.fused.step.Parameters;
import org.muonframework.train.fused.step.Program;
import org.muonframework.train.neural.weights.ParameterLayout;

/**
 * The memory that rows take which go through a network together in training: all values that are kept from one stage to
 * another, where those share memory that are not needed at the same time. Parameters, and what each thread works in, are
 * not counted.
 *
 * @param bytesPerRow for each row
 * @param mostRows the most rows for which no array is larger than an array can be
 */
public record FusedMemory(long bytesPerRow, long mostRows) {

    /** Of a network that the fused path can run. */
    public static FusedMemory of(Architecture architecture) {
        Parameters parameters = new Parameters(
                ParameterLayout.of(architecture), KernelSet.best().width());
        Program program = new Program(architecture, parameters, new Form(architecture), 1, 1, 1, 1);
        return new FusedMemory(program.numbersPerRow() * Float.BYTES, program.mostRows());
    }

    /** What losses ask for, which judge nothing. */
    private record Form(Architecture architecture) implements Losses {

        private Architecture.Output output(int number) {
            return architecture.outputs().get(number);
        }

        @Override
        public int size() {
            return architecture.outputs().size();
        }

        @Override
        public int truthWidth(int output) {
            return switch (output(output).loss().truth()) {
                case CLASS -> 1;
                case TARGETS -> output(output).columns().size();
                case NONE -> 0;
            };
        }

        @Override
        public double factor(int output) {
            return output(output).lossWeight();
        }

        @Override
        public boolean additive(int output) {
            return !(output(output).loss().training() instanceof Loss.Custom);
        }

        @Override
        public double fit(
                int output, float[] values, float[] truth, float[] weights, int[] order, int from, float[] gradient) {
            throw new IllegalStateException("nothing is judged where memory is counted");
        }

        @Override
        public double correct(int output, float[] values, float[] truth, float[] weights) {
            throw new IllegalStateException("nothing is judged where memory is counted");
        }
    }
}
