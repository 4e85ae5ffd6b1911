package org.muonframework.train.neural.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.muonframework.files.AtomicFile;

/**
 * A file of tensors in the safetensors format (github.com/huggingface/safetensors), which many libraries read.
 *
 * <p>Eight bytes hold the length of the header (little-endian); the header is JSON and gives for each tensor its type
 * ({@code F32}), shape and the bytes it takes of what follows; then come the numbers, little-endian. Texts go into the
 * header's {@code __metadata__}.
 *
 * @param metadata texts by name
 * @param tensors the arrays, in the order of the file
 */
public record TensorFile(Map<String, String> metadata, List<Tensor> tensors) {

    private static final String METADATA = "__metadata__";
    private static final int CHUNK = 1 << 16;
    private static final long LONGEST_HEADER = 100_000_000;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    public TensorFile {
        metadata = Map.copyOf(metadata);
        tensors = List.copyOf(tensors);
    }

    /** Writes the file in one atomic step. */
    public void write(Path target) throws IOException {
        AtomicFile.replace(target, path -> {
            try (FileChannel channel = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                byte[] header = header();
                ByteBuffer start = buffer(Long.BYTES + header.length);
                writeFully(channel, start.putLong(header.length).put(header).flip());
                for (Tensor tensor : tensors) {
                    writeValues(channel, tensor.values());
                }
                channel.force(true);
            }
        });
    }

    /**
     * Reads a file.
     *
     * @throws IOException if it is missing, damaged, or holds other types than 32-bit numbers
     */
    public static TensorFile read(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            long length = readFully(channel, buffer(Long.BYTES), path).getLong();
            if (length < 2 || length > Math.min(LONGEST_HEADER, channel.size() - Long.BYTES)) {
                throw damaged(path, "its header is incomplete");
            }
            byte[] bytes =
                    readFully(channel, buffer(Math.toIntExact(length)), path).array();
            JsonNode header = MAPPER.readTree(new String(bytes, StandardCharsets.UTF_8));
            Map<String, String> metadata = new TreeMap<>();
            header.path(METADATA)
                    .properties()
                    .forEach(entry ->
                            metadata.put(entry.getKey(), entry.getValue().asText()));
            List<Tensor> tensors = new ArrayList<>();
            for (Map.Entry<String, JsonNode> entry : header.properties()) {
                if (!entry.getKey().equals(METADATA)) {
                    tensors.add(readTensor(channel, path, entry.getKey(), entry.getValue()));
                }
            }
            if (channel.position() != channel.size()) {
                throw damaged(path, "it is longer than its header says");
            }
            return new TensorFile(metadata, tensors);
        } catch (JsonProcessingException | IllegalArgumentException | ArithmeticException e) {
            throw new IOException(path + " is damaged: " + e.getMessage(), e);
        }
    }

    private byte[] header() throws IOException {
        ObjectNode header = MAPPER.createObjectNode();
        if (!metadata.isEmpty()) {
            ObjectNode texts = header.putObject(METADATA);
            new TreeMap<>(metadata).forEach(texts::put);
        }
        long offset = 0;
        for (Tensor tensor : tensors) {
            if (header.has(tensor.name())) {
                throw new IllegalArgumentException("two tensors are named '" + tensor.name() + "'");
            }
            ObjectNode entry = header.putObject(tensor.name()).put("dtype", "F32");
            tensor.shape().forEach(entry.putArray("shape")::add);
            long end = offset + (long) Float.BYTES * tensor.values().length;
            entry.putArray("data_offsets").add(offset).add(end);
            offset = end;
        }
        byte[] json = MAPPER.writeValueAsBytes(header);
        byte[] padded = new byte[(json.length + 7) / 8 * 8];
        Arrays.fill(padded, (byte) ' ');
        System.arraycopy(json, 0, padded, 0, json.length);
        return padded;
    }

    private static Tensor readTensor(FileChannel channel, Path path, String name, JsonNode entry) throws IOException {
        if (!entry.path("dtype").asText().equals("F32")) {
            throw damaged(path, "'" + name + "' does not hold 32-bit numbers");
        }
        List<Integer> shape = new ArrayList<>();
        entry.path("shape").forEach(size -> shape.add(size.asInt()));
        long bytes = entry.path("data_offsets").path(1).asLong()
                - entry.path("data_offsets").path(0).asLong();
        if (bytes < 0 || bytes > channel.size() - channel.position()) {
            throw damaged(path, "'" + name + "' is incomplete");
        }
        float[] values = new float[Math.toIntExact(bytes / Float.BYTES)];
        for (int from = 0; from < values.length; from += CHUNK) {
            int count = Math.min(CHUNK, values.length - from);
            readFully(channel, buffer(count * Float.BYTES), path)
                    .asFloatBuffer()
                    .get(values, from, count);
        }
        return new Tensor(name, shape, values);
    }

    private static void writeValues(FileChannel channel, float[] values) throws IOException {
        ByteBuffer bytes = buffer(Math.min(CHUNK, values.length) * Float.BYTES);
        for (int from = 0; from < values.length; from += CHUNK) {
            int count = Math.min(CHUNK, values.length - from);
            bytes.clear().asFloatBuffer().put(values, from, count);
            writeFully(channel, bytes.limit(count * Float.BYTES));
        }
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static ByteBuffer readFully(FileChannel channel, ByteBuffer bytes, Path path) throws IOException {
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                throw damaged(path, "it ends too early");
            }
        }
        return bytes.flip();
    }

    private static IOException damaged(Path path, String why) {
        return new IOException(path + " is damaged: " + why);
    }
}
