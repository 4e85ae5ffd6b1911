package org.muonframework.config;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.muonframework.spi.problem.ConfigurationException;

/** Bytes to text, strictly: the library would silently replace what it cannot decode. */
final class Utf8 {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Utf8() {}

    /**
     * The text without a byte-order mark.
     *
     * @throws ConfigurationException at the first line that is not UTF-8 text
     */
    static String decode(byte[] bytes, String label) {
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            throw new ConfigurationException(label, "is written in UTF-16: save it as UTF-8");
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer input = ByteBuffer.wrap(bytes);
        CharBuffer output = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(input, output, true);
        String text = output.flip().toString();
        if (text.indexOf('\0') >= 0) {
            throw new ConfigurationException(label, "is a binary file, not an analysis file");
        }
        if (result.isError()) {
            long line = 1 + text.chars().filter(character -> character == '\n').count();
            throw new ConfigurationException(label + ":" + line, "this line is not UTF-8 text: save the file as UTF-8");
        }
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }
}
