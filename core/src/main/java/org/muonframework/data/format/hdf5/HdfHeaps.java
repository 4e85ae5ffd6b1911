package org.muonframework.data.format.hdf5;

import io.jhdf.GlobalHeap;
import io.jhdf.storage.HdfBackingStorage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;

/** What has variable length is kept in global heaps; the last ones that were read are remembered. */
final class HdfHeaps {

    private static final int REMEMBERED = 16;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final HdfBackingStorage storage;
    private final Map<Long, GlobalHeap> heaps = new LinkedHashMap<>();

    HdfHeaps(HdfBackingStorage storage) {
        this.storage = storage;
    }

    /**
     * The bytes to which a reference leads: number of elements (4 bytes), address of the heap, index in the heap (4
     * bytes).
     *
     * @param at where in the buffer the reference is
     */
    ByteBuffer find(ByteBuffer buffer, int at, int elementSize) {
        ByteBuffer reference = buffer.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        int length = reference.getInt(at);
        int addressSize = storage.getSizeOfOffsets();
        long address = addressSize == Long.BYTES
                ? reference.getLong(at + Integer.BYTES)
                : Integer.toUnsignedLong(reference.getInt(at + Integer.BYTES));
        int index = reference.getInt(at + Integer.BYTES + addressSize);
        if (index == 0 || length == 0) {
            return NOTHING.duplicate();
        }
        return heap(address).getObjectData(index).slice(0, Math.multiplyExact(length, elementSize));
    }

    private GlobalHeap heap(long address) {
        GlobalHeap known = heaps.get(address);
        if (known != null) {
            return known;
        }
        if (heaps.size() == REMEMBERED) {
            heaps.remove(heaps.keySet().iterator().next());
        }
        GlobalHeap heap = new GlobalHeap(storage, address);
        heaps.put(address, heap);
        return heap;
    }
}
