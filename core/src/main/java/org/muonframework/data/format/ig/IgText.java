package org.muonframework.data.format.ig;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Makes JSON of what older programs of CMS wrote: tuples in round brackets, {@code nan} and {@code inf}. */
final class IgText {

    private IgText() {}

    /** The text mended outside of its strings; no line of it moves. */
    static byte[] clean(byte[] text) {
        ByteArrayOutputStream cleaned = new ByteArrayOutputStream(text.length + 64);
        int quote = 0;
        for (int i = 0; i < text.length; i++) {
            byte c = text[i];
            if (quote != 0) {
                cleaned.write(c);
                if (c == '\\' && i + 1 < text.length) {
                    cleaned.write(text[++i]);
                } else if (c == quote) {
                    quote = 0;
                }
            } else if (is(text, i, "nan")) {
                cleaned.writeBytes("NaN".getBytes(StandardCharsets.US_ASCII));
                i += 2;
            } else if (is(text, i, "inf")) {
                cleaned.writeBytes("Infinity".getBytes(StandardCharsets.US_ASCII));
                i += 2;
            } else {
                quote = c == '"' || c == '\'' ? c : 0;
                cleaned.write(c == '(' ? '[' : c == ')' ? ']' : c);
            }
        }
        return cleaned.toByteArray();
    }

    private static boolean is(byte[] text, int at, String word) {
        for (int i = 0; i < word.length(); i++) {
            if (at + i >= text.length || text[at + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
