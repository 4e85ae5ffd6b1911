package org.muonframework.data.format.ig;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.muonframework.data.format.InputFile;
import org.muonframework.spi.problem.DataException;

/** An open file: the JSON of its events. */
final class IgArchive implements AutoCloseable {

    /** The folder of the events in the archive. */
    static final String EVENTS = "Events/";

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .build();

    private final InputFile file;
    private final ZipFile zip;

    private IgArchive(InputFile file, ZipFile zip) {
        this.file = file;
        this.zip = zip;
    }

    /**
     * Opens a file.
     *
     * @throws DataException if it is no zip archive, or a damaged one
     */
    static IgArchive open(InputFile file) {
        try {
            return new IgArchive(file, new ZipFile(file.path().toFile()));
        } catch (ZipException e) {
            throw new DataException(
                    file.name(),
                    "cannot be read as a zip archive of events: " + e.getMessage() + "; it may be cut off",
                    e);
        } catch (IOException e) {
            throw new DataException(file.name(), "cannot be read: " + e.getMessage(), e);
        }
    }

    /** The names of the events, in the order of the archive. */
    List<String> events() {
        return zip.stream()
                .filter(entry -> !entry.isDirectory())
                .map(ZipEntry::getName)
                .filter(name -> name.startsWith(EVENTS))
                .toList();
    }

    /** Something that looks at the JSON of an event. */
    @FunctionalInterface
    interface Look {

        /** Looks; the parser stands before the first token. */
        void at(JsonParser parser) throws IOException;
    }

    /**
     * Looks at an event.
     *
     * @throws DataException if it cannot be read or is no JSON
     */
    void look(String event, Look look) {
        ZipEntry entry = zip.getEntry(event);
        if (entry == null) {
            throw damaged(event, "is not in the archive any more", null);
        }
        try (InputStream in = zip.getInputStream(entry);
                JsonParser parser = JSON.createParser(IgText.clean(in.readAllBytes()))) {
            look.at(parser);
        } catch (JsonProcessingException e) {
            String place = e.getLocation() == null
                    ? ""
                    : " (line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ")";
            throw damaged(event, "is damaged, it is not JSON: " + e.getOriginalMessage() + place, e);
        } catch (IOException e) {
            throw damaged(event, "is damaged: " + e.getMessage(), e);
        }
    }

    /** The error for an event that is not as it has to be. */
    DataException damaged(String event, String reason, Exception cause) {
        return new DataException(file.name(), "event '" + event + "' " + reason, cause);
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new DataException(file.name(), "cannot be read: " + e.getMessage(), e);
        }
    }
}
