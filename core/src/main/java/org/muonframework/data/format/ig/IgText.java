package org.muonframework.data.format.ig;

/** Makes JSON of what older programs of CMS wrote: tuples in round brackets, {@code nan} and {@code inf}. */
final class IgText {

    private IgText() {}

    /** Mends the text where it stands, outside of its strings; no place in it moves. */
    static byte[] clean(byte[] text) {
        int quote = 0;
        for (int i = 0; i < text.length; i++) {
            byte c = text[i];
            if (quote != 0) {
                if (c == '\\') {
                    i++;
                } else if (c == quote) {
                    quote = 0;
                }
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '(') {
                text[i] = '[';
            } else if (c == ')') {
                text[i] = ']';
            } else if (is(text, i, "nan")) {
                i = put(text, i, "NaN");
            } else if (is(text, i, "inf")) {
                i = put(text, i, "INF");
            }
        }
        return text;
    }

    private static boolean is(byte[] text, int at, String word) {
        for (int i = 0; i < word.length(); i++) {
            if (at + i >= text.length || text[at + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Puts a word and tells where its last letter is. */
    private static int put(byte[] text, int at, String word) {
        for (int i = 0; i < word.length(); i++) {
            text[at + i] = (byte) word.charAt(i);
        }
        return at + word.length() - 1;
    }
}
