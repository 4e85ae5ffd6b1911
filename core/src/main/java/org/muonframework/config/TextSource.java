package org.muonframework.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.muonframework.spi.problem.Suggestions;

/** A place that configuration text is read from; the message of every {@link IOException} is for the user. */
sealed interface TextSource {

    /** More than any analysis file needs: whatever is larger was given by mistake. */
    int LARGEST = 16 << 20;

    /** The name that messages use. */
    String label();

    /** The same for the same place however it was reached; finds files that include themselves. */
    String identity();

    /** All bytes, read once. */
    byte[] read() throws IOException;

    /** A place beside this one. */
    TextSource beside(String name) throws IOException;

    private static byte[] limited(InputStream input) throws IOException {
        byte[] bytes = input.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new IOException("is larger than 16 MiB: this is not an analysis file");
        }
        return bytes;
    }

    /** A file, named as the user named it. */
    record InFile(Path path) implements TextSource {

        static InFile named(String name) throws IOException {
            return new InFile(path(name));
        }

        private static Path path(String name) throws IOException {
            try {
                return Path.of(name);
            } catch (InvalidPathException e) {
                throw new IOException("is not a file name: " + e.getReason(), e);
            }
        }

        @Override
        public String label() {
            return path.toString();
        }

        @Override
        public String identity() {
            return path.toAbsolutePath().normalize().toString();
        }

        @Override
        public byte[] read() throws IOException {
            if (Files.isDirectory(path)) {
                throw new IOException("is a directory, not a file");
            }
            try (InputStream input = Files.newInputStream(path)) {
                return limited(input);
            } catch (NoSuchFileException e) {
                throw new IOException("no such file." + nearestNeighbour(), e);
            } catch (AccessDeniedException e) {
                throw new IOException("permission denied", e);
            } catch (FileSystemException e) {
                throw new IOException("cannot be read: " + e.getReason(), e);
            }
        }

        @Override
        public TextSource beside(String name) throws IOException {
            return new InFile(path.resolveSibling(path(name)));
        }

        private String nearestNeighbour() {
            Path name = path.getFileName();
            Path folder = path.toAbsolutePath().getParent();
            if (name == null || folder == null || !Files.isDirectory(folder)) {
                return "";
            }
            try (Stream<Path> files = Files.list(folder)) {
                List<String> names =
                        files.map(file -> file.getFileName().toString()).toList();
                return Suggestions.nearest(name.toString(), names)
                        .map(near -> " Did you mean '" + path.resolveSibling(near) + "'?")
                        .orElse("");
            } catch (IOException unlistable) {
                return "";
            }
        }
    }

    /** A resource in a JAR, or a page. */
    record AtUrl(URL url, String label) implements TextSource {

        private static final int TIMEOUT_MILLISECONDS = 10_000;

        @Override
        public String identity() {
            return url.toExternalForm();
        }

        @Override
        public byte[] read() throws IOException {
            try {
                URLConnection connection = url.openConnection();
                connection.setUseCaches(false);
                connection.setConnectTimeout(TIMEOUT_MILLISECONDS);
                connection.setReadTimeout(TIMEOUT_MILLISECONDS);
                try (InputStream input = connection.getInputStream()) {
                    return limited(input);
                }
            } catch (InterruptedIOException e) {
                throw new IOException(url + " did not answer in 10 s", e);
            } catch (IOException | IllegalArgumentException e) {
                throw new IOException("cannot read " + url + ": " + e.getMessage(), e);
            }
        }

        @Override
        public TextSource beside(String name) throws IOException {
            try {
                return new AtUrl(new URL(url, name), name + " of " + label);
            } catch (MalformedURLException e) {
                throw new IOException("is not a name beside " + url, e);
            }
        }
    }
}
