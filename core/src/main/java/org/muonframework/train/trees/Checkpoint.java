package org.muonframework.train.trees;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.muonframework.files.AtomicFile;

/**
 * An unfinished training in one file, {@code boosted-trees.zip}: {@code state.json} and one model an output.
 *
 * @param state where the training stood
 * @param models the boosters as bytes
 */
record Checkpoint(State state, List<byte[]> models) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Where a training stood.
     *
     * @param fingerprint of data, settings and seed
     * @param outputs number of boosters
     * @param rounds scores of the rounds done
     * @param seconds time spent so far
     */
    record State(String fingerprint, int outputs, List<Scores> rounds, double seconds) {}

    private static Path file(Path directory) {
        return directory.resolve("boosted-trees.zip");
    }

    /** Writes it in place of an older one, so that a kill at any moment leaves the one or the other. */
    void write(Path directory) throws IOException {
        AtomicFile.replace(file(directory), file -> {
            try (OutputStream raw = Files.newOutputStream(file);
                    ZipOutputStream zip = new ZipOutputStream(raw)) {
                zip.setLevel(1);
                zip.putNextEntry(new ZipEntry("state.json"));
                zip.write(JSON.writeValueAsBytes(state));
                for (int i = 0; i < models.size(); i++) {
                    zip.putNextEntry(new ZipEntry(model(i)));
                    zip.write(models.get(i));
                }
            }
        });
    }

    /**
     * The checkpoint in a directory, if there is one.
     *
     * @throws IOException if it is damaged
     */
    static Optional<Checkpoint> read(Path directory) throws IOException {
        if (!Files.exists(file(directory))) {
            return Optional.empty();
        }
        try (ZipFile zip = new ZipFile(file(directory).toFile())) {
            State state = JSON.readValue(bytes(zip, "state.json"), State.class);
            List<byte[]> models = new ArrayList<>();
            for (int i = 0; i < state.outputs(); i++) {
                models.add(bytes(zip, model(i)));
            }
            return Optional.of(new Checkpoint(state, models));
        }
    }

    private static String model(int output) {
        return "output-" + output + ".ubj";
    }

    private static byte[] bytes(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException(zip.getName() + " lacks " + name);
        }
        try (var in = zip.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }
}
