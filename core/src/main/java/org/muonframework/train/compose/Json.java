package org.muonframework.train.compose;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.muonframework.files.AtomicFile;

/** Records as files that are read by people too. */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private Json() {}

    /** Writes a record in one atomic step. */
    static void write(Path target, Record value) throws IOException {
        AtomicFile.replace(target, path -> MAPPER.writeValue(path.toFile(), value));
    }

    /**
     * Reads a record.
     *
     * @throws IOException naming the file if it is missing or damaged
     */
    static <R extends Record> R read(Path source, Class<R> type) throws IOException {
        if (!Files.exists(source)) {
            throw new IOException(source + ": no such file");
        }
        try {
            R value = MAPPER.readValue(Files.readAllBytes(source), type);
            if (value == null) {
                throw new IOException(source + ": damaged: it is empty");
            }
            return value;
        } catch (JacksonException e) {
            throw new IOException(source + ": damaged: " + e.getOriginalMessage(), e);
        }
    }
}
