package org.muonframework.train.fused.kernel;

import java.util.function.Supplier;

/**
 * Kernels of one kind; each thread makes its own.
 *
 * @param name what they compute with, for logs
 * @param width columns of a panel
 * @param kernels makes kernels
 */
public record KernelSet(String name, int width, Supplier<Kernels> kernels) {

    /** With the processor's vectors where this JVM can use them, else plain, with the reason in the name. */
    public static KernelSet best() {
        return VectorModule.obstacle().map(KernelSet::plain).orElseGet(KernelSet::vector);
    }

    /** With the processor's vectors; needs the module {@code jdk.incubator.vector}. */
    public static KernelSet vector() {
        int width = new VectorKernels().width();
        return new KernelSet("vectors of " + width / 2 + " numbers", width, VectorKernels::new);
    }

    /** With loops that any JVM runs. */
    public static KernelSet plain() {
        return new KernelSet("plain loops", PlainKernels.WIDTH, PlainKernels::new);
    }

    private static KernelSet plain(String reason) {
        return new KernelSet("plain loops (" + reason + ")", PlainKernels.WIDTH, PlainKernels::new);
    }

    /** New kernels, for one thread. */
    public Kernels create() {
        return kernels.get();
    }
}
