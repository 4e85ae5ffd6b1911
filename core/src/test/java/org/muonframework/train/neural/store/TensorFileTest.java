package org.muonframework.train.neural.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A file of tensors")
class TensorFileTest {

    @TempDir
    private Path directory;

    @Test
    void keepsEveryBit() throws IOException {
        float[] many = new float[100_000];
        Random random = new Random(1);
        for (int i = 0; i < many.length; i++) {
            many[i] = Float.intBitsToFloat(random.nextInt() & 0x7F7FFFFF);
        }
        TensorFile file = new TensorFile(
                Map.of("note", "µ → e"),
                List.of(new Tensor("b", List.of(100, 1000), many), new Tensor("a", List.of(), new float[] {-0f})));
        Path path = directory.resolve("x.safetensors");
        file.write(path);
        TensorFile read = TensorFile.read(path);
        assertThat(read.metadata()).isEqualTo(file.metadata());
        assertThat(read.tensors()).extracting(Tensor::name).containsExactly("b", "a");
        assertThat(read.tensors().get(0).values()).isEqualTo(many);
        assertThat(read.tensors().get(0).shape()).containsExactly(100, 1000);
        assertThat(Float.floatToRawIntBits(read.tensors().get(1).values()[0])).isEqualTo(0x80000000);
        assertThat(directory.toFile().list()).containsExactly("x.safetensors");
    }

    @Test
    void hasTheBytesOfTheSafetensorsFormat() throws IOException {
        Path path = directory.resolve("x.safetensors");
        new TensorFile(Map.of(), List.of(new Tensor("w", List.of(2), new float[] {1, -2}))).write(path);
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
        byte[] header = new byte[Math.toIntExact(bytes.getLong())];
        bytes.get(header);
        assertThat(new String(header, StandardCharsets.UTF_8).strip())
                .isEqualTo("{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}");
        assertThat(header.length % 8).isZero();
        assertThat(bytes.getFloat()).isEqualTo(1);
        assertThat(bytes.getFloat()).isEqualTo(-2);
        assertThat(bytes.hasRemaining()).isFalse();
    }

    @Test
    void saysThatItIsDamagedWhereverItIsCut() throws IOException {
        Path path = directory.resolve("x.safetensors");
        new TensorFile(Map.of(), List.of(new Tensor("w", List.of(2), new float[] {1, -2}))).write(path);
        byte[] whole = Files.readAllBytes(path);
        for (int length = 0; length < whole.length; length++) {
            Files.write(path, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> TensorFile.read(path))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith(path + " is damaged: ");
        }
        Files.write(path, Arrays.copyOf(whole, whole.length + 1));
        assertThatThrownBy(() -> TensorFile.read(path)).hasMessageContaining("longer than its header says");
    }
}
