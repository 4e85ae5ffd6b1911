package org.muonframework.data.format.root.ntuple;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XxHash3Test {

    /** Computed by the reference implementation over bytes i · 131 + 7. */
    @ParameterizedTest
    @CsvSource({
        "0, 2d06800538d394c2",
        "1, 4c5cca45d0f4811f",
        "3, 6e3e2670e61106ac",
        "4, 5c4c63133443d03f",
        "8, f9fd4dd0b04d78f5",
        "9, 7c20df9712c26edf",
        "16, 86abf6baccea0858",
        "17, b58bf5dc5022d071",
        "32, e3712ed84c04a66e",
        "33, a4dee99b093e1f73",
        "64, 1291d2d4042330dd",
        "65, 97c6bf83217e5ec9",
        "96, 81296929fc063365",
        "97, f145a45b658ab9dd",
        "128, 10d17f72c0ccba41",
        "129, 1648bdc3db49d1a2",
        "240, b6cfaf343fab81e6",
        "241, 956cae592c67279e",
        "1023, a94ffcd2254368e4",
        "1024, 70bd377d9574f4bb",
        "1025, 66c4487c41e127a7",
        "5000, e4007929540f095c"
    })
    void isThatOfTheReferenceForAllWaysOfComputingIt(int length, String expected) {
        assertThat(Long.toHexString(XxHash3.of(bytes(length), 0, length))).isEqualTo(expected);
    }

    @Test
    void isOfTheGivenBytesOnly() {
        byte[] shifted = new byte[400];
        System.arraycopy(bytes(300), 0, shifted, 50, 300);

        assertThat(XxHash3.of(shifted, 50, 300)).isEqualTo(XxHash3.of(bytes(300), 0, 300));
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i * 131 + 7);
        }
        return bytes;
    }
}
