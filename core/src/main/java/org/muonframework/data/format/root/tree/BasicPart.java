package org.muonframework.data.format.root.tree;

import java.util.List;
import org.muonframework.data.format.root.bytes.Bytes;
import org.muonframework.data.format.root.table.Values;

/** Values of a basic type. */
final class BasicPart implements Part {

    private static final int FEWEST = 64;

    private final Encoding encoding;
    private Object array;
    private int capacity;
    private int size;

    BasicPart(Encoding encoding) {
        this.encoding = encoding;
        array = Storage.array(encoding.type(), 0);
    }

    Encoding encoding() {
        return encoding;
    }

    @Override
    public List<Shape> shapes(String name, int depth) {
        return List.of(new Shape(name, encoding.type(), depth));
    }

    @Override
    public Part fresh() {
        return new BasicPart(encoding);
    }

    @Override
    public int fewestBytes() {
        return encoding.bytes();
    }

    @Override
    public void read(Bytes in, int count) {
        int start = in.position();
        if (count > in.remaining() / encoding.bytes()) {
            throw in.damaged("it ends before its content does");
        }
        in.skip(count * encoding.bytes());
        if (count > capacity - size) {
            resize(Math.max(FEWEST, Math.max(size + count, 2 * size)));
        }
        encoding.decode(in.array(), start, array, size, count);
        size += count;
    }

    @Override
    public void clear() {
        size = 0;
    }

    @Override
    public List<Values> take() {
        resize(size);
        return List.of(Storage.values(array));
    }

    private void resize(int length) {
        Object larger = Storage.array(encoding.type(), length);
        System.arraycopy(array, 0, larger, 0, size);
        array = larger;
        capacity = length;
    }
}
