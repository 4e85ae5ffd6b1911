package org.muonframework.data.format.root.tree;

import java.util.ArrayList;
import java.util.List;
import org.muonframework.data.format.root.bytes.Bytes;
import org.muonframework.data.format.root.table.ValueType;
import org.muonframework.data.format.root.table.Values;

/** Texts with their length before them. */
final class TextPart implements Part {

    private final boolean standard;
    private final List<String> texts = new ArrayList<>();

    /**
     * Texts.
     *
     * @param standard whether they are of the standard library, {@code std::string}, and not {@code TString} or characters
     */
    TextPart(boolean standard) {
        this.standard = standard;
    }

    @Override
    public List<Shape> shapes(String name, int depth) {
        return List.of(new Shape(name, ValueType.STRING, depth));
    }

    @Override
    public Part fresh() {
        return new TextPart(standard);
    }

    @Override
    public int fewestBytes() {
        return 1;
    }

    @Override
    public boolean headed() {
        return standard;
    }

    @Override
    public void read(Bytes in, int count) {
        for (int i = 0; i < count; i++) {
            texts.add(in.string());
        }
    }

    /** Reads a text; ROOT once wrote nothing at all for an empty one. */
    @Override
    public void readEntry(Bytes in, int end) {
        if (in.position() == end) {
            texts.add("");
        } else {
            read(in, 1);
        }
    }

    @Override
    public void clear() {
        texts.clear();
    }

    @Override
    public List<Values> take() {
        return List.of(new Values.Texts(texts.toArray(String[]::new)));
    }
}
