package org.muonframework.train.fused.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.muonframework.spi.model.ActivationFunction;

/** The loops over lines with the processor's vectors; {@link VectorKernels} says why they are as they are. */
final class VectorLines implements LineLoops {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int CELL = Volume.LANES;
    private static final int MOST_CELLS = 64;

    private final VectorActivations activations = new VectorActivations(MOST_CELLS * CELL);

    @Override
    public void add(int cells, float[] x, int xi, int xStep, float[] y, int yi, int yStep) {
        for (int lane = 0; lane < CELL; lane += LANES) {
            addLanes(cells, x, xi + lane, xStep, y, yi + lane, yStep);
        }
    }

    private static void addLanes(int cells, float[] x, int xi, int xStep, float[] y, int yi, int yStep) {
        for (int cell = 0; cell < cells; cell++) {
            int to = yi + cell * yStep;
            load(y, to).add(load(x, xi + cell * xStep)).intoArray(y, to);
        }
    }

    @Override
    public void largest(int cells, float[] x, int xi, int xStep, float[] y, int yi, int yStep) {
        for (int lane = 0; lane < CELL; lane += LANES) {
            largestLanes(cells, x, xi + lane, xStep, y, yi + lane, yStep);
        }
    }

    private static void largestLanes(int cells, float[] x, int xi, int xStep, float[] y, int yi, int yStep) {
        for (int cell = 0; cell < cells; cell++) {
            int to = yi + cell * yStep;
            load(y, to).max(load(x, xi + cell * xStep)).intoArray(y, to);
        }
    }

    @Override
    public void multiply(int cells, float[] x, int xi, float[] factors, float[] y, int yi) {
        for (int lane = 0; lane < CELL; lane += LANES) {
            multiplyLanes(cells, x, xi + lane, factors, lane, y, yi + lane);
        }
    }

    private static void multiplyLanes(int cells, float[] x, int xi, float[] factors, int lane, float[] y, int yi) {
        FloatVector factor = load(factors, lane);
        for (int i = 0; i < cells * CELL; i += CELL) {
            load(x, xi + i).mul(factor).intoArray(y, yi + i);
        }
    }

    @Override
    public void sum(int cells, float[] x, int xi, float[] sums) {
        for (int lane = 0; lane < CELL; lane += LANES) {
            sumLanes(cells, x, xi + lane, sums, lane);
        }
    }

    private static void sumLanes(int cells, float[] x, int xi, float[] sums, int lane) {
        FloatVector sum = load(sums, lane);
        for (int i = 0; i < cells * CELL; i += CELL) {
            sum = sum.add(load(x, xi + i));
        }
        sum.intoArray(sums, lane);
    }

    @Override
    public void moments(int cells, float[] x, int xi, float centre, float[] sums, float[] squares) {
        for (int lane = 0; lane < CELL; lane += LANES) {
            momentLanes(cells, x, xi + lane, centre, sums, squares, lane);
        }
    }

    private static void momentLanes(
            int cells, float[] x, int xi, float centre, float[] sums, float[] squares, int lane) {
        FloatVector sum = load(sums, lane);
        FloatVector square = load(squares, lane);
        for (int i = 0; i < cells * CELL; i += CELL) {
            FloatVector difference = load(x, xi + i).sub(centre);
            sum = sum.add(difference);
            square = difference.fma(difference, square);
        }
        sum.intoArray(sums, lane);
        square.intoArray(squares, lane);
    }

    @Override
    public void products(
            int cells, float[] d, int di, float[] x, int xi, float centre, float[] sums, float[] products) {
        for (int lane = 0; lane < CELL; lane += LANES) {
            productLanes(cells, d, di + lane, x, xi + lane, centre, sums, products, lane);
        }
    }

    private static void productLanes(
            int cells, float[] d, int di, float[] x, int xi, float centre, float[] sums, float[] products, int lane) {
        FloatVector sum = load(sums, lane);
        FloatVector product = load(products, lane);
        for (int i = 0; i < cells * CELL; i += CELL) {
            FloatVector gradient = load(d, di + i);
            sum = sum.add(gradient);
            product = load(x, xi + i).sub(centre).fma(gradient, product);
        }
        sum.intoArray(sums, lane);
        product.intoArray(products, lane);
    }

    @Override
    public void normalise(int cells, float[] x, int xi, float mean, float scale, float shift, float[] y, int yi) {
        FloatVector factor = FloatVector.broadcast(SPECIES, scale);
        FloatVector constant = FloatVector.broadcast(SPECIES, shift);
        for (int i = 0; i < cells * CELL; i += LANES) {
            load(x, xi + i).sub(mean).fma(factor, constant).intoArray(y, yi + i);
        }
    }

    @Override
    public void normaliseBack(
            int cells, float[] d, int di, float[] x, int xi, float mean, float scale, float slope, float offset) {
        FloatVector factor = FloatVector.broadcast(SPECIES, scale);
        FloatVector inclination = FloatVector.broadcast(SPECIES, slope);
        FloatVector constant = FloatVector.broadcast(SPECIES, offset);
        for (int i = 0; i < cells * CELL; i += LANES) {
            FloatVector correction = load(x, xi + i).sub(mean).fma(inclination, constant);
            load(d, di + i).fma(factor, correction).intoArray(d, di + i);
        }
    }

    @Override
    public void activate(ActivationFunction function, int cells, float[] x, int xi, float[] y, int yi) {
        for (int cell = 0; cell < cells; cell += MOST_CELLS) {
            int values = Math.min(MOST_CELLS, cells - cell) * CELL;
            activations.apply(function, values, x, xi + cell * CELL, y, yi + cell * CELL);
        }
    }

    @Override
    public void activateBack(ActivationFunction function, int cells, float[] saved, int si, float[] d, int di) {
        for (int cell = 0; cell < cells; cell += MOST_CELLS) {
            int values = Math.min(MOST_CELLS, cells - cell) * CELL;
            activations.back(function, values, saved, si + cell * CELL, d, di + cell * CELL);
        }
    }

    private static FloatVector load(float[] values, int from) {
        return FloatVector.fromArray(SPECIES, values, from);
    }
}
