package org.muonframework.train.fused;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.TreeMap;
import org.muonframework.train.fused.kernel.Kernels;
import org.muonframework.train.fused.kernel.Panels;

/** Kernels that add up how long each of them takes; for one thread. */
final class TimedKernels {

    private final Map<String, long[]> nanoseconds = new TreeMap<>();

    /** The same kernels, timed. */
    Kernels time(Kernels kernels) {
        return (Kernels) Proxy.newProxyInstance(
                Kernels.class.getClassLoader(), new Class<?>[] {Kernels.class}, (proxy, method, arguments) -> {
                    long start = System.nanoTime();
                    Object result = method.invoke(kernels, arguments);
                    long time = System.nanoTime() - start;
                    nanoseconds.computeIfAbsent(name(method.getName(), arguments), name -> new long[1])[0] += time;
                    return result;
                });
    }

    /** Forgets all. */
    void clear() {
        nanoseconds.clear();
    }

    /** Prints the share of each kernel in this time. */
    void print(double total, double rows) {
        nanoseconds.forEach((name, time) -> System.out.printf(
                "  %-20s %5.1f %%  %7.1f ns a row%n", name, 100 * time[0] / total, time[0] / rows));
    }

    private static String name(String method, Object[] arguments) {
        if (arguments != null) {
            for (Object argument : arguments) {
                if (argument instanceof Panels panels) {
                    return method + " " + panels.inputs() + "x" + panels.outputs();
                }
            }
        }
        return method;
    }
}
