package org.muonframework.report.draw;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Encodes images as PNG in memory (ISO/IEC 15948): the same image gives the same bytes.
 *
 * <p>Every row is written without a filter. The platform's own encoder tries five of them on each, which takes longer
 * than to draw the figure, and for areas of one colour gains nothing.
 */
final class Png {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int HEADER_BYTES = 13;
    private static final int CHUNK_BYTES = 12;
    private static final byte BITS = 8;
    private static final byte RGB = 2;
    private static final byte RGB_ALPHA = 6;
    private static final int BUFFER = 1 << 16;

    private Png() {}

    /** Of an image with a packed integer for each pixel: three bytes a pixel, four where it may be transparent. */
    static byte[] bytes(BufferedImage image) {
        boolean alpha = image.getColorModel().hasAlpha();
        byte[] header = ByteBuffer.allocate(HEADER_BYTES)
                .putInt(image.getWidth())
                .putInt(image.getHeight())
                .put(BITS)
                .put(alpha ? RGB_ALPHA : RGB)
                .array();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(SIGNATURE);
        png.writeBytes(chunk("IHDR", header));
        png.writeBytes(chunk("IDAT", deflated(rows(image, alpha))));
        png.writeBytes(chunk("IEND", new byte[0]));
        return png.toByteArray();
    }

    /** Red, green, blue and perhaps opacity of each pixel; before each row the number of its filter, 0 for none. */
    private static byte[] rows(BufferedImage image, boolean alpha) {
        int width = image.getWidth();
        int[] colours = new int[width];
        byte[] bytes = new byte[image.getHeight() * (1 + width * (alpha ? 4 : 3))];
        int next = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRaster().getDataElements(0, y, width, 1, colours);
            bytes[next++] = 0;
            for (int colour : colours) {
                bytes[next++] = (byte) (colour >> 16);
                bytes[next++] = (byte) (colour >> 8);
                bytes[next++] = (byte) colour;
                if (alpha) {
                    bytes[next++] = (byte) (colour >>> 24);
                }
            }
        }
        return bytes;
    }

    private static byte[] deflated(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            ByteArrayOutputStream deflated = new ByteArrayOutputStream();
            byte[] buffer = new byte[BUFFER];
            while (!deflater.finished()) {
                deflated.write(buffer, 0, deflater.deflate(buffer));
            }
            return deflated.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /** Length, type, data, and the checksum of type and data. */
    private static byte[] chunk(String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 checksum = new CRC32();
        checksum.update(name);
        checksum.update(data);
        return ByteBuffer.allocate(CHUNK_BYTES + data.length)
                .putInt(data.length)
                .put(name)
                .put(data)
                .putInt((int) checksum.getValue())
                .array();
    }
}
