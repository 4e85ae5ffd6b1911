package org.muonframework.data.format.root.codec;

import java.util.Optional;

/** How records are compressed when they are written; the levels are those that ROOT takes by default. */
public enum Compression {
    /** Not at all. */
    NONE(0),
    /** Fast to write, and read by every program since 1997. */
    ZLIB(101),
    /** The fastest to read; files are large. Read by ROOT 6.12 and newer. */
    LZ4(404),
    /** The best for most: small, fast to read and to write. Read by ROOT 6.20 and newer. */
    ZSTD(505),
    /** The smallest files, and by far the slowest to write and to read. */
    LZMA(207);

    private static final int ALGORITHM = 100;

    private final int setting;

    Compression(int setting) {
        this.setting = setting;
    }

    /** What a file tells of its compression: a hundred times the number of the algorithm, and the level. */
    public int setting() {
        return setting;
    }

    /** How much effort is made. */
    int level() {
        return setting % ALGORITHM;
    }

    /** The codec of the blocks; none where they are not compressed. */
    Optional<Codec> codec() {
        return switch (this) {
            case NONE -> Optional.empty();
            case ZLIB -> Optional.of(Codec.ZLIB);
            case LZ4 -> Optional.of(Codec.LZ4);
            case ZSTD -> Optional.of(Codec.ZSTD);
            case LZMA -> Optional.of(Codec.LZMA);
        };
    }
}
