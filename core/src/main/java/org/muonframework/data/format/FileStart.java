package org.muonframework.data.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.muonframework.spi.problem.DataException;
import org.muonframework.spi.problem.Suggestions;

/** The first bytes of a file that is there, can be read and holds something. */
public final class FileStart {

    private static final int LENGTH = 512;
    private static final String GIT_LFS = "version https://git-lfs.github.com/spec/";
    private static final Pattern GIT_LFS_SIZE = Pattern.compile("(?m)^size (\\d+)$");

    private final byte[] bytes;

    private FileStart(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Reads the start of a file.
     *
     * @throws DataException if the file is missing, unreadable, empty, a directory, or a Git LFS pointer
     */
    public static FileStart read(InputFile file) {
        Path path = file.path();
        if (!Files.exists(path)) {
            throw new DataException(file.name(), "there is no such file" + suggestion(path));
        }
        if (Files.isDirectory(path)) {
            throw new DataException(
                    file.name(), "is a directory; name the files in it, for example '" + file.name() + "/*.csv'");
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(path)) {
            bytes = in.readNBytes(LENGTH);
        } catch (IOException e) {
            throw new DataException(file.name(), "cannot be read: " + e.getMessage(), e);
        }
        FileStart start = new FileStart(bytes);
        if (bytes.length == 0) {
            throw new DataException(file.name(), "is empty (0 bytes)");
        }
        if (start.is(GIT_LFS)) {
            Matcher size = GIT_LFS_SIZE.matcher(start.text());
            throw new DataException(
                    file.name(),
                    "is a Git LFS pointer, not the data themselves"
                            + (size.find() ? " (" + size.group(1) + " bytes)" : "") + "; run 'git lfs pull'");
        }
        return start;
    }

    /** Whether the file starts with these Latin-1 characters. */
    public boolean is(String magic) {
        byte[] expected = magic.getBytes(StandardCharsets.ISO_8859_1);
        return bytes.length >= expected.length
                && Arrays.equals(bytes, 0, expected.length, expected, 0, expected.length);
    }

    /** Whether these Latin-1 characters are somewhere among the first bytes. */
    public boolean contains(String characters) {
        return text().contains(characters);
    }

    /** Whether the bytes may be text: there is no zero byte among them. */
    public boolean isText() {
        for (byte b : bytes) {
            if (b == 0) {
                return false;
            }
        }
        return true;
    }

    private String text() {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String suggestion(Path path) {
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return folder == null ? "" : ", and no directory '" + folder + "'";
        }
        try (Stream<Path> siblings = Files.list(folder)) {
            List<String> names = siblings.map(sibling -> String.valueOf(sibling.getFileName()))
                    .sorted()
                    .toList();
            return " in '" + folder + "'." + Suggestions.didYouMean(String.valueOf(path.getFileName()), names);
        } catch (IOException e) {
            return " in '" + folder + "', which cannot be listed";
        }
    }
}
