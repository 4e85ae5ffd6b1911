package org.muonframework.train.neural;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.OptionalLong;

/** The memory that an engine may have, which is not the JVM's. */
final class MachineMemory {

    private MachineMemory() {}

    /** What the machine, or the container, has beside the most that the JVM may take; empty where that is not known. */
    static OptionalLong besideHeap() {
        try {
            OperatingSystemMXBean machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
            long bytes = machine == null
                    ? 0
                    : machine.getTotalMemorySize() - Runtime.getRuntime().maxMemory();
            return bytes > 0 ? OptionalLong.of(bytes) : OptionalLong.empty();
        } catch (IllegalArgumentException | NoClassDefFoundError e) {
            return OptionalLong.empty();
        }
    }
}
