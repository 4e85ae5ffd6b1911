package org.muonframework.data.format.npy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Arrays as NumPy writes them. */
final class NpyFiles {

    private NpyFiles() {}

    /** An array in the layout that numpy.save gives it: the header fills up a multiple of 64 bytes. */
    static byte[] array(String type, boolean columnMajor, String shape, ByteBuffer values) {
        String header = "{'descr': " + type + ", 'fortran_order': " + (columnMajor ? "True" : "False") + ", 'shape': "
                + shape + ", }";
        int length = (10 + header.length() + 1 + 63) / 64 * 64 - 10;
        ByteBuffer bytes = ByteBuffer.allocate(10 + length + values.capacity()).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("\u0093NUMPY\u0001\u0000".getBytes(StandardCharsets.ISO_8859_1));
        bytes.putShort((short) length);
        bytes.put((header + " ".repeat(length - header.length() - 1) + "\n").getBytes(StandardCharsets.ISO_8859_1));
        bytes.put(values.duplicate().clear());
        return bytes.array();
    }

    static byte[] doubles(double... values) {
        return array("'<f8'", false, "(" + values.length + ",)", bytes(values));
    }

    static ByteBuffer bytes(double... values) {
        ByteBuffer bytes = little(Double.BYTES * values.length);
        bytes.asDoubleBuffer().put(values);
        return bytes;
    }

    static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** An archive, as numpy.savez makes it, or numpy.savez_compressed. */
    static Path archive(Path file, boolean compressed, Map<String, byte[]> arrays) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> array : arrays.entrySet()) {
                ZipEntry entry = new ZipEntry(array.getKey());
                if (!compressed) {
                    CRC32 crc = new CRC32();
                    crc.update(array.getValue());
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(array.getValue().length);
                    entry.setCrc(crc.getValue());
                }
                zip.putNextEntry(entry);
                zip.write(array.getValue());
            }
        }
        return Files.write(file, bytes.toByteArray());
    }
}
