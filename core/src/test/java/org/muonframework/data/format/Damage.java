package org.muonframework.data.format;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.muonframework.spi.data.BatchReader;
import org.muonframework.spi.problem.DataException;

/** Damages a file in many ways: each time it must be read, or refused by one message. */
public final class Damage {

    private static final Duration LONGEST = Duration.ofSeconds(20);

    private Damage() {}

    /**
     * Reads damaged copies of a file: some cut off, some with bytes changed, some with bytes taken out.
     *
     * @param open opens a file as far as its schema
     * @param original what is damaged
     * @param copy where the damaged ones are written
     * @return how many were refused
     */
    public static int read(Function<InputFile, TableFile> open, Path original, Path copy, int variants, long seed)
            throws IOException {
        byte[] bytes = Files.readAllBytes(original);
        Random random = new Random(seed);
        int refused = 0;
        for (int i = 0; i < variants; i++) {
            Files.write(copy, damaged(bytes, random));
            refused += assertTimeoutPreemptively(LONGEST, () -> isRefused(open, copy), "variant " + i) ? 1 : 0;
        }
        return refused;
    }

    private static boolean isRefused(Function<InputFile, TableFile> open, Path file) {
        try {
            TableFile table = open.apply(InputFile.of(file));
            try (BatchReader reader = table.open(Set.copyOf(table.schema().names()))) {
                while (reader.next().isPresent()) {
                    // What is read may be wrong; that it is read is enough.
                }
            }
            return false;
        } catch (DataException e) {
            return !e.getMessage().isBlank();
        }
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        int kind = random.nextInt(10);
        if (kind == 0) {
            return Arrays.copyOf(bytes, random.nextInt(bytes.length));
        }
        byte[] copy = bytes.clone();
        if (kind == 1) {
            int start = random.nextInt(bytes.length);
            int length = Math.min(1 + random.nextInt(16), bytes.length - start);
            System.arraycopy(bytes, start + length, copy, start, bytes.length - start - length);
            return Arrays.copyOf(copy, bytes.length - length);
        }
        List<Integer> telling = List.of(0, 1, 0x7f, 0x80, 0xff);
        int changes = 1 + random.nextInt(8);
        for (int i = 0; i < changes; i++) {
            copy[random.nextInt(bytes.length)] =
                    (byte) (random.nextBoolean() ? telling.get(random.nextInt(telling.size())) : random.nextInt(256));
        }
        return copy;
    }
}
