package org.muonframework.data.format.root.streamer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muonframework.data.format.root.bytes.Bytes;

@DisplayName("Double32_t and Float16_t")
class PackedRealTest {

    @ParameterizedTest
    @DisplayName("have a range in their title")
    @CsvSource(
            delimiter = '|',
            value = {
                "x[0,10,8] | 0 | 10 | 8",
                "phi[3] [ -pi , pi ] | -3.141592653589793 | 3.141592653589793 | 32",
                "[0,2*pi,16] | 0 | 6.283185307179586 | 16",
                "[-pi/2,twopi] | -1.5707963267948966 | 6.283185307179586 | 32"
            })
    void ranges(String title, double minimum, double maximum, int bits) {
        assertThat(Range.in(title)).contains(new Range(minimum, maximum, bits));
    }

    @ParameterizedTest
    @DisplayName("have none in other titles")
    @CsvSource(
            delimiter = '|',
            value = {"x", "x[3]", "x[n,", "'x[a,b]'"})
    void noRange(String title) {
        assertThat(Range.in(title)).isEmpty();
    }

    @Test
    @DisplayName("without a range are a float, and a float with a mantissa of 12 bits")
    void withoutRange() {
        assertThat(read(PackedReal.double32(""), 0x3f, 0xc0, 0, 0)).isEqualTo(1.5);
        assertThat(read(PackedReal.float16(""), 127, 0x08, 0x00)).isEqualTo(1.5);
        assertThat(read(PackedReal.float16(""), 127, 0x28, 0x00)).isEqualTo(-1.5);
        assertThat(read(PackedReal.double32("x[0,0,10]"), 128, 0x02, 0x00)).isEqualTo(3);
    }

    @Test
    @DisplayName("with a range count from its lower end")
    void withRange() {
        assertThat(read(PackedReal.double32("[-1,1,8]"), 0, 0, 0, 128)).isEqualTo(0);
        assertThat(read(PackedReal.double32("[-1,1]"), 0xff, 0xff, 0xff, 0xff)).isEqualTo(1, within(1e-15));
    }

    private static double read(PackedReal real, int... bytes) {
        byte[] stored = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            stored[i] = (byte) bytes[i];
        }
        assertThat(real.bytes()).isEqualTo(stored.length);
        return real.read(Bytes.of(stored, "file", "bytes"));
    }
}
