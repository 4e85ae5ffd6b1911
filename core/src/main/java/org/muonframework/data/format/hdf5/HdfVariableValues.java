package org.muonframework.data.format.hdf5;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.muonframework.data.format.binary.Element;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnType;

/**
 * Lists or texts of variable length: the row holds their length and where in the global heap they are.
 *
 * @param element of the lists; empty for texts
 * @param offset bytes before this in the row
 */
record HdfVariableValues(Optional<Element> element, int offset) implements HdfValues {

    @Override
    public ColumnType type() {
        return element.map(Element::type).orElse(ColumnType.TEXT);
    }

    @Override
    public boolean jagged() {
        return element.isPresent();
    }

    @Override
    public HdfValues after(int bytes) {
        return new HdfVariableValues(element, Math.addExact(offset, bytes));
    }

    @Override
    public Column decode(ByteBuffer rows, int count, int stride, HdfHeaps heaps) {
        ByteBuffer[] pieces = new ByteBuffer[count];
        int elementSize = element.map(Element::size).orElse(1);
        int[] offsets = new int[count + 1];
        for (int row = 0; row < count; row++) {
            pieces[row] = heaps.find(rows, row * stride + offset, elementSize);
            offsets[row + 1] = Math.addExact(offsets[row], pieces[row].remaining() / elementSize);
        }
        if (element.isEmpty()) {
            return texts(pieces);
        }
        ByteBuffer all = ByteBuffer.allocate(Math.multiplyExact(offsets[count], elementSize));
        for (ByteBuffer piece : pieces) {
            all.put(piece);
        }
        return new Column.Jagged(offsets, element.get().decoder().decode(all.flip(), offsets[count]));
    }

    /** In UTF-8, of which ASCII is a part; some writers count the zero that ends a text in C. */
    private static Column texts(ByteBuffer[] pieces) {
        String[] texts = new String[pieces.length];
        for (int i = 0; i < pieces.length; i++) {
            String text = StandardCharsets.UTF_8.decode(pieces[i]).toString();
            texts[i] = text.endsWith("\0") ? text.substring(0, text.length() - 1) : text;
        }
        return new Column.Texts(texts);
    }
}
