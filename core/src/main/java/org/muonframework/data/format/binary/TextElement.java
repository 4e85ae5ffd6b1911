package org.muonframework.data.format.binary;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnType;

/** Texts that all have the same number of bytes, with something behind the shorter ones. */
public final class TextElement {

    /** What stands behind a text that is shorter than its place. */
    public enum Padding {
        /** The first zero byte ends the text. */
        ZERO_TERMINATED,
        /** Zero bytes at the end do not count. */
        ZEROS,
        /** Blanks at the end do not count. */
        BLANKS
    }

    private TextElement() {}

    /** Texts in UTF-8, of which ASCII is a part. */
    public static Element utf8(int size, Padding padding) {
        return new Element(ColumnType.TEXT, size, (bytes, count) -> {
            String[] values = new String[count];
            for (int i = 0; i < count; i++) {
                byte[] text = new byte[size];
                bytes.get(i * size, text);
                values[i] = new String(text, 0, length(text, padding), StandardCharsets.UTF_8);
            }
            return new Column.Texts(values);
        });
    }

    /** Texts of four bytes a character; zeros at the end do not count. */
    public static Element utf32(int size, ByteOrder order) {
        Charset charset = Charset.forName(order == ByteOrder.BIG_ENDIAN ? "UTF-32BE" : "UTF-32LE");
        return new Element(ColumnType.TEXT, size, (bytes, count) -> {
            String[] values = new String[count];
            ByteBuffer ordered = bytes.order(order);
            for (int i = 0; i < count; i++) {
                int length = size;
                while (length > 0 && ordered.getInt(i * size + length - 4) == 0) {
                    length -= 4;
                }
                byte[] text = new byte[length];
                bytes.get(i * size, text);
                values[i] = new String(text, charset);
            }
            return new Column.Texts(values);
        });
    }

    private static int length(byte[] text, Padding padding) {
        int length = text.length;
        switch (padding) {
            case ZERO_TERMINATED -> {
                length = 0;
                while (length < text.length && text[length] != 0) {
                    length++;
                }
            }
            case ZEROS -> {
                while (length > 0 && text[length - 1] == 0) {
                    length--;
                }
            }
            case BLANKS -> {
                while (length > 0 && text[length - 1] == ' ') {
                    length--;
                }
            }
        }
        return length;
    }
}
