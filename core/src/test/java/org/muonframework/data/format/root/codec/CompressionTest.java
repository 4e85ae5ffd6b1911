package org.muonframework.data.format.root.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CompressionTest {

    @ParameterizedTest
    @CsvSource({"NONE, 0", "ZLIB, 101", "LZ4, 404", "ZSTD, 505", "LZMA, 207"})
    void settingsAreThoseOfRoot(Compression compression, int setting) {
        assertThat(compression.setting()).isEqualTo(setting);
    }

    @ParameterizedTest
    @CsvSource({"ZLIB, ZL, 8", "LZ4, L4, 1", "ZSTD, ZS, 1", "LZMA, XZ, 0"})
    void aBlockTellsItsCodecAndBothSizes(Compression compression, String letters, int method) {
        byte[] packed = Blocks.compress(new byte[70_000], compression);
        assertThat(new String(packed, 0, 2, StandardCharsets.US_ASCII)).isEqualTo(letters);
        assertThat(packed[2]).isEqualTo((byte) method);
        assertThat(Arrays.copyOfRange(packed, 6, 9)).containsExactly(0x70, 0x11, 0x01);
        int length = packed.length - Blocks.HEADER;
        assertThat(Arrays.copyOfRange(packed, 3, 6)).containsExactly(length, length >>> 8, length >>> 16);
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void recordsComeBack(Compression compression) {
        for (int size : new int[] {0, 1, 9, 10, 4096, 300_000}) {
            check(digits(size), compression);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Compression.class, names = "LZMA", mode = EnumSource.Mode.EXCLUDE)
    void recordsOfSeveralBlocksComeBack(Compression compression) {
        check(digits(Blocks.LONGEST), compression);
        check(digits(2 * Blocks.LONGEST + 5000), compression);
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void whatDoesNotShrinkIsLeftAsItIs(Compression compression) {
        byte[] noise = new byte[10_000];
        new Random(1).nextBytes(noise);
        assertThat(Blocks.compress(noise, compression)).isEqualTo(noise);
    }

    private static void check(byte[] raw, Compression compression) {
        byte[] packed = Blocks.compress(raw, compression);
        assertThat(packed.length).isLessThanOrEqualTo(raw.length);
        byte[] back = Blocks.decompress(packed, 0, packed.length, raw.length, "f", "record");
        assertThat(Arrays.equals(back, raw)).isTrue();
    }

    private static byte[] digits(int size) {
        byte[] digits = new byte[size];
        Random random = new Random(size);
        for (int i = 0; i < size; i++) {
            digits[i] = (byte) ('0' + random.nextInt(10));
        }
        return digits;
    }
}
