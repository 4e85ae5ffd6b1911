package org.muonframework.data.lint;

/**
 * Different events, by their hash, with a number for each: a hash table of primitive arrays. When there are more than
 * {@value #LARGEST}, it goes on with every second, fourth, … event, chosen by the hash, so that it never takes more than
 * 24 MiB (distinct sampling; P. Gibbons, VLDB 2001, 541).
 */
final class EventSet {

    private static final int LARGEST = 1 << 20;
    private static final int SMALLEST_TABLE = 1 << 10;

    private final int largest;
    private long[] hashes = new long[SMALLEST_TABLE];
    private int[] numbers = new int[SMALLEST_TABLE];
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
        int slot = find(hashes, hash);
        if (hashes[slot] == hash) {
            return slot;
        }
        if (size == largest) {
            level++;
            rebuild(hashes.length);
            return slot(hash);
        }
        if (2 * size >= hashes.length) {
            rebuild(2 * hashes.length);
            slot = find(hashes, hash);
        }
        hashes[slot] = hash;
        size++;
        return slot;
    }

    /** The hash 0 marks an empty slot: such an event, one of 2⁶⁴, is not followed. */
    private boolean follows(long hash) {
        return hash != 0 && (hash & ((1L << level) - 1)) == 0;
    }

    private static int find(long[] table, long hash) {
        int mask = table.length - 1;
        int slot = (int) (hash >>> 32) & mask;
        while (table[slot] != 0 && table[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void rebuild(int length) {
        long[] oldHashes = hashes;
        int[] oldNumbers = numbers;
        hashes = new long[length];
        numbers = new int[length];
        size = 0;
        for (int old = 0; old < oldHashes.length; old++) {
            if (follows(oldHashes[old])) {
                int slot = find(hashes, oldHashes[old]);
                hashes[slot] = oldHashes[old];
                numbers[slot] = oldNumbers[old];
                size++;
            }
        }
    }

    int number(int slot) {
        return numbers[slot];
    }

    void setNumber(int slot, int number) {
        numbers[slot] = number;
    }

    /** Number of events followed. */
    int size() {
        return size;
    }

    /** The numbers of all events followed. */
    int[] numbers() {
        int[] all = new int[size];
        int next = 0;
        for (int slot = 0; slot < hashes.length; slot++) {
            if (hashes[slot] != 0) {
                all[next++] = numbers[slot];
            }
        }
        return all;
    }

    /** One of so many events is followed. */
    long oneOf() {
        return 1L << level;
    }
}
