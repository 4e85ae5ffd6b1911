package org.muonframework.data.lint;

/**
 * Different events, by their hash, with a number for each: a hash table of primitive arrays. When there are more than
 * {@value #LARGEST}, it goes on with every second, fourth, … event, chosen by the hash, so that it never takes more than
 * 32 MiB (distinct sampling; P. Gibbons, VLDB 2001, 541).
 */
final class EventSet {

    private static final int LARGEST = 1 << 20;
    private static final int SMALLEST_TABLE = 1 << 10;

    private final int largest;
    /** Hash and number of each slot, one beside the other so that both come with one access to memory. */
    private long[] table = new long[2 * SMALLEST_TABLE];

    private int size;
    private int level;

    EventSet() {
        this(LARGEST);
    }

    /** With another largest number of events. */
    EventSet(int largest) {
        this.largest = largest;
    }

    /**
     * The slot of an event, which is new with the number 0 if it was not met before.
     *
     * @param hash evenly spread
     * @return −1 if the event is not among those followed
     */
    int slot(long hash) {
        if (!follows(hash)) {
            return -1;
        }
        int slot = find(hash);
        if (table[slot] == hash) {
            return slot;
        }
        if (size == largest) {
            level++;
            rebuild(table.length);
            return slot(hash);
        }
        if (4 * size >= table.length) {
            rebuild(2 * table.length);
            slot = find(hash);
        }
        table[slot] = hash;
        size++;
        return slot;
    }

    /** The hash 0 marks an empty slot: such an event, one of 2⁶⁴, is not followed. */
    private boolean follows(long hash) {
        return hash != 0 && (hash & ((1L << level) - 1)) == 0;
    }

    private int find(long hash) {
        int mask = table.length - 1;
        int slot = (int) (hash >>> 32) << 1 & mask;
        while (table[slot] != 0 && table[slot] != hash) {
            slot = (slot + 2) & mask;
        }
        return slot;
    }

    private void rebuild(int length) {
        long[] old = table;
        table = new long[length];
        size = 0;
        for (int from = 0; from < old.length; from += 2) {
            if (follows(old[from])) {
                int slot = find(old[from]);
                table[slot] = old[from];
                table[slot + 1] = old[from + 1];
                size++;
            }
        }
    }

    int number(int slot) {
        return (int) table[slot + 1];
    }

    void setNumber(int slot, int number) {
        table[slot + 1] = number;
    }

    /** Number of events followed. */
    int size() {
        return size;
    }

    /** The numbers of all events followed. */
    int[] numbers() {
        int[] all = new int[size];
        int next = 0;
        for (int slot = 0; slot < table.length; slot += 2) {
            if (table[slot] != 0) {
                all[next++] = (int) table[slot + 1];
            }
        }
        return all;
    }

    /** One of so many events is followed. */
    long oneOf() {
        return 1L << level;
    }
}
