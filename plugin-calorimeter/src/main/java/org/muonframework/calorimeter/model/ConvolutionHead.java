package org.muonframework.calorimeter.model;

import java.util.List;
import org.muonframework.spi.model.ActivationFunction;
import org.muonframework.spi.model.ArchitectureBuilder;
import org.muonframework.spi.model.Layer;
import org.muonframework.spi.model.Layer.PoolKind;

/**
 * Residual convolutions over a volume of cells (arXiv:2107.02119 and its published code). Each stage halves the grid in
 * its first block, and each block puts the energy of the cells, summed up to its grid, in front of what it computes, so
 * that energies reach the end as they are:
 *
 * <pre>
 * block(x) = concat(energy, x' + squeeze-excite(conv 3³(swish(norm(conv k³(swish(norm(x))))))))
 * </pre>
 *
 * <p>with k = 3 and x' = x; in a block that halves, k = 4 and x' is a 1³ convolution of the mean over 2³ cells of
 * norm(swish(x)). In the first block norm and swish come behind the convolutions, and x' has neither. A volume of
 * 50 × 32 × 32 cells becomes 26 × 17 × 17, 14 × 9 × 9, 8 × 5 × 5 and 5 × 3 × 3.
 */
final class ConvolutionHead {

    private static final ActivationFunction SWISH = ActivationFunction.SWISH;

    private final CnnSettings settings;
    private final ArchitectureBuilder network;

    ConvolutionHead(CnnSettings settings, ArchitectureBuilder network) {
        this.settings = settings;
        this.network = network;
    }

    /**
     * Adds the convolutions.
     *
     * @param image the volume, with one channel
     * @return name of the node with mean and maximum of each channel
     */
    String attach(String image) {
        String energy = image;
        String last = image;
        int channels = 1;
        for (int stage = 1; stage <= settings.stages(); stage++) {
            energy = network.apply("energy-" + stage, halving(PoolKind.SUM), energy);
            for (int block = 1; block <= settings.blocks(); block++) {
                String name = "stage-" + stage + "-block-" + block;
                if (block > 1) {
                    last = plain(name, channels, energy, last);
                } else {
                    channels = stage == 1 ? settings.channels() : (int) (settings.growth() * channels);
                    last = stage == 1 ? first(name, channels, energy, last) : halved(name, channels, energy, last);
                }
                channels++;
            }
        }
        String mean = network.apply("mean", new Layer.GlobalPool(PoolKind.MEAN), last);
        String largest = network.apply("largest", new Layer.GlobalPool(PoolKind.MAX), last);
        return network.apply("pooled", new Layer.Concat(), mean, largest);
    }

    private String first(String name, int channels, String energy, String from) {
        List<Layer> path = List.of(
                convolution(channels, 4, 2, false),
                new Layer.Activation(SWISH),
                norm(),
                convolution(channels, 3, 1, false),
                new Layer.Activation(SWISH),
                norm(),
                new Layer.SqueezeExcite(settings.squeeze()));
        List<Layer> shortcut = List.of(halving(PoolKind.MEAN), convolution(channels, 1, 1, true));
        return joined(
                name,
                energy,
                network.apply(name + "-path", path, from),
                network.apply(name + "-shortcut", shortcut, from));
    }

    private String halved(String name, int channels, String energy, String from) {
        List<Layer> shortcut = List.of(
                new Layer.Activation(SWISH), norm(), halving(PoolKind.MEAN), convolution(channels, 1, 1, false));
        return joined(
                name, energy, path(name, channels, 4, 2, from), network.apply(name + "-shortcut", shortcut, from));
    }

    private String plain(String name, int channels, String energy, String from) {
        return joined(name, energy, path(name, channels, 3, 1, from), from);
    }

    private String path(String name, int channels, int kernel, int stride, String from) {
        List<Layer> path = List.of(
                norm(),
                new Layer.Activation(SWISH),
                convolution(channels, kernel, stride, false),
                norm(),
                new Layer.Activation(SWISH),
                convolution(channels, 3, 1, false),
                new Layer.SqueezeExcite(settings.squeeze()));
        return network.apply(name + "-path", path, from);
    }

    private String joined(String name, String energy, String path, String shortcut) {
        String sum = network.apply(name + "-sum", new Layer.Add(), path, shortcut);
        return network.apply(name, new Layer.Concat(), energy, sum);
    }

    private static Layer norm() {
        return new Layer.BatchNorm(1e-5, 0.9);
    }

    private static Layer halving(PoolKind kind) {
        return new Layer.Pool(kind, cube(2), cube(2), cube(1));
    }

    private static Layer convolution(int channels, int kernel, int stride, boolean bias) {
        return new Layer.Convolution(channels, cube(kernel), cube(stride), cube(kernel / 2), bias);
    }

    private static List<Integer> cube(int size) {
        return List.of(size, size, size);
    }
}
