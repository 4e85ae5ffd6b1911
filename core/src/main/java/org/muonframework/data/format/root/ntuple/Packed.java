package org.muonframework.data.format.root.ntuple;

import org.muonframework.data.format.root.bytes.RootException;
import org.muonframework.data.format.root.codec.Blocks;

/** Bytes that may be compressed. */
final class Packed {

    private Packed() {}

    /**
     * The bytes without compression.
     *
     * @param in where they are, from the start
     * @param length how many there are
     * @param size how many they are without compression
     * @param what what they are, for messages
     * @throws RootException if they are damaged; also where the library of a codec tells that by an exception of its own
     */
    static byte[] unpack(byte[] in, int length, int size, String file, String what) {
        try {
            return Blocks.decompress(in, 0, length, size, file, what);
        } catch (RootException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new RootException(file, what + " is damaged: it cannot be decompressed: " + e.getMessage(), e);
        }
    }
}
