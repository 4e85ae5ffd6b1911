package org.muonframework.data.format.hdf5;

import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import io.jhdf.object.datatype.StringData;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnType;

/** How the values of a type are written. All types but text have a fixed number of bytes. */
enum HdfEncoding {
    DOUBLE {
        @Override
        ByteBuffer encode(Column column, int from, int to) {
            ByteBuffer bytes = allocate((to - from) * Double.BYTES);
            bytes.asDoubleBuffer().put(((Column.Doubles) column).values(), from, to - from);
            return bytes;
        }

        @Override
        DataType type(int longest) {
            return FloatingPoint.DOUBLE;
        }
    },
    FLOAT {
        @Override
        ByteBuffer encode(Column column, int from, int to) {
            ByteBuffer bytes = allocate((to - from) * Float.BYTES);
            bytes.asFloatBuffer().put(((Column.Floats) column).values(), from, to - from);
            return bytes;
        }

        @Override
        DataType type(int longest) {
            return FloatingPoint.FLOAT;
        }
    },
    LONG {
        @Override
        ByteBuffer encode(Column column, int from, int to) {
            ByteBuffer bytes = allocate((to - from) * Long.BYTES);
            bytes.asLongBuffer().put(((Column.Longs) column).values(), from, to - from);
            return bytes;
        }

        @Override
        DataType type(int longest) {
            return new FixedPoint(Long.BYTES);
        }
    },
    INT {
        @Override
        ByteBuffer encode(Column column, int from, int to) {
            ByteBuffer bytes = allocate((to - from) * Integer.BYTES);
            bytes.asIntBuffer().put(((Column.Ints) column).values(), from, to - from);
            return bytes;
        }

        @Override
        DataType type(int longest) {
            return new FixedPoint(Integer.BYTES);
        }
    },
    BOOLEAN {
        @Override
        ByteBuffer encode(Column column, int from, int to) {
            boolean[] values = ((Column.Booleans) column).values();
            ByteBuffer bytes = allocate(to - from);
            for (int i = from; i < to; i++) {
                bytes.put(i - from, (byte) (values[i] ? 1 : 0));
            }
            return bytes;
        }

        @Override
        DataType type(int longest) {
            return HdfTruth.create();
        }
    },
    /** Each text with its number of bytes before it; the final form is known when the longest is. */
    TEXT {
        @Override
        ByteBuffer encode(Column column, int from, int to) {
            String[] texts = ((Column.Texts) column).values();
            CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
            ByteBuffer[] encoded = new ByteBuffer[to - from];
            int length = 0;
            for (int i = from; i < to; i++) {
                if (texts[i].indexOf('\0') >= 0) {
                    throw new IllegalArgumentException("a text holds a zero character, which ends texts in HDF5");
                }
                try {
                    encoded[i - from] = encoder.encode(CharBuffer.wrap(texts[i]));
                } catch (CharacterCodingException e) {
                    throw new IllegalArgumentException("a text holds half a character, which UTF-8 does not know", e);
                }
                length = Math.addExact(length, Integer.BYTES + encoded[i - from].remaining());
            }
            ByteBuffer bytes = allocate(length);
            for (ByteBuffer text : encoded) {
                bytes.putInt(text.remaining()).put(text);
            }
            return bytes.flip();
        }

        @Override
        DataType type(int longest) {
            return StringData.create(new String[] {"x".repeat(longest)});
        }
    };

    static HdfEncoding of(ColumnType type) {
        return valueOf(type.name());
    }

    /**
     * The bytes of some values.
     *
     * @throws IllegalArgumentException if a text cannot be written
     */
    abstract ByteBuffer encode(Column column, int from, int to);

    /**
     * What HDF5 calls the type.
     *
     * @param longest number of bytes of the longest text
     */
    abstract DataType type(int longest);

    private static ByteBuffer allocate(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.nativeOrder());
    }
}
