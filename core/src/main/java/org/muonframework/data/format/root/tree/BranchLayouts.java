package org.muonframework.data.format.root.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.muonframework.data.format.root.streamer.RootObject;
import org.muonframework.data.format.root.streamer.StreamerElement;
import org.muonframework.data.format.root.streamer.StreamerInfo;
import org.muonframework.data.format.root.streamer.StreamerInfos;
import org.muonframework.data.format.root.streamer.TypeCode;
import org.muonframework.data.format.root.table.ValueType;

/** Finds how the entries of a branch hold its columns. */
final class BranchLayouts {

    private static final Pattern FIXED = Pattern.compile("\\[\\d+]");
    private static final int IN_CLONES = 31;
    private static final int IN_COLLECTION = 41;

    private final StreamerInfos infos;

    BranchLayouts(StreamerInfos infos) {
        this.infos = infos;
    }

    /** The size of a split container, which its own branch has. */
    static Layout size(String name) {
        Encoding encoding = new Plain(ValueType.INT32);
        return new FixedLayout(new Shape(name + "_", encoding.type(), 0), encoding, 0, 1, encoding.bytes());
    }

    /**
     * The columns of a branch that has no branches below.
     *
     * @param name its name in columns
     */
    List<Layout> of(RootObject branch, String name) throws Unsupported {
        return switch (branch.className()) {
            case "TBranch" -> leaves(branch, name);
            case "TBranchElement" -> List.of(element(branch, name));
            default ->
                throw Unsupported.of(
                        branch.text("fClassName").isEmpty() ? branch.className() : branch.text("fClassName"));
        };
    }

    private static List<Layout> leaves(RootObject branch, String name) throws Unsupported {
        List<RootObject> leaves = branch.objects("fLeaves");
        if (leaves.size() == 1) {
            return List.of(leaf(leaves.get(0), name));
        }
        int stride = 0;
        List<FixedLayout> columns = new ArrayList<>();
        for (RootObject leaf : leaves) {
            if (!(leaf(leaf, name + "." + leaf.text("fName")) instanceof FixedLayout column)) {
                throw new Unsupported("unsupported list of leaves: '" + leaf.text("fName") + "' has no fixed length");
            }
            columns.add(column);
            stride += column.stride();
        }
        if (stride == 0) {
            throw new Unsupported("it has no leaves");
        }
        List<Layout> layouts = new ArrayList<>();
        int offset = 0;
        for (FixedLayout column : columns) {
            layouts.add(new FixedLayout(column.shape(), column.encoding(), offset, column.count(), stride));
            offset += column.stride();
        }
        return layouts;
    }

    private static Layout leaf(RootObject leaf, String name) throws Unsupported {
        if (leaf.className().equals("TLeafC")) {
            return new PartLayout(name, new TextPart(false));
        }
        Encoding encoding = encoding(leaf);
        if (leaf.object("fLeafCount").isPresent()) {
            return new JaggedLayout(new Shape(name, encoding.type(), 1), encoding, JaggedLayout.Header.NONE);
        }
        boolean array = FIXED.matcher(leaf.text("fTitle")).find();
        return fixed(name, encoding, leaf.integer("fLen"), array);
    }

    private static Layout fixed(String name, Encoding encoding, long length, boolean array) throws Unsupported {
        if (length > Integer.MAX_VALUE / (Long.BYTES * Long.BYTES)) {
            throw new Unsupported("damaged: its leaf claims " + length + " values");
        }
        int count = (int) Math.max(1, length);
        int depth = array || count > 1 ? 1 : 0;
        return new FixedLayout(new Shape(name, encoding.type(), depth), encoding, 0, count, count * encoding.bytes());
    }

    private static Encoding encoding(RootObject leaf) throws Unsupported {
        boolean unsigned = leaf.integer("fIsUnsigned") != 0;
        return switch (leaf.className()) {
            case "TLeafO" -> new Plain(ValueType.BOOL);
            case "TLeafB" -> new Plain(unsigned ? ValueType.UINT8 : ValueType.INT8);
            case "TLeafS" -> new Plain(unsigned ? ValueType.UINT16 : ValueType.INT16);
            case "TLeafI" -> new Plain(unsigned ? ValueType.UINT32 : ValueType.INT32);
            case "TLeafL", "TLeafG" -> new Plain(unsigned ? ValueType.UINT64 : ValueType.INT64);
            case "TLeafF" -> new Plain(ValueType.FLOAT32);
            case "TLeafD" -> new Plain(ValueType.FLOAT64);
            case "TLeafF16" -> Packed.float16(leaf.text("fTitle"));
            case "TLeafD32" -> Packed.double32(leaf.text("fTitle"));
            default -> throw Unsupported.of(leaf.className());
        };
    }

    private Layout element(RootObject branch, String name) throws Unsupported {
        String className = branch.text("fClassName");
        if (branch.integer("fID") < 0) {
            Part part = new TypeCompiler(infos).type(className);
            return layout(name, part instanceof TextPart ? part : TypeCompiler.asMember(part));
        }
        StreamerElement element = described(branch, className);
        long kind = branch.integer("fType");
        boolean many = kind == IN_CLONES || kind == IN_COLLECTION;
        int code = (int) branch.integer("fStreamerType");
        if (code > 0 && code < TypeCode.BASICS_END) {
            return basic(name, element, code, many);
        }
        Part part = new TypeCompiler(infos).member(element, className);
        if (!many) {
            return layout(name, part);
        }
        return new PartLayout(name, RestPart.of(part instanceof HeadedPart headed ? headed.content() : part));
    }

    private static Layout basic(String name, StreamerElement element, int code, boolean many) throws Unsupported {
        boolean pointer = code >= TypeCode.POINTER;
        boolean array = !pointer && code >= TypeCode.ARRAY;
        int single = pointer ? code - TypeCode.POINTER : array ? code - TypeCode.ARRAY : code;
        Optional<Encoding> encoding = BasicTypes.coded(single, element.typeName(), element.title());
        if (encoding.isEmpty() || (pointer && many)) {
            throw Unsupported.of(element.typeName());
        }
        if (pointer || many) {
            return new JaggedLayout(
                    new Shape(name, encoding.get().type(), 1),
                    encoding.get(),
                    pointer ? JaggedLayout.Header.POINTER : JaggedLayout.Header.NONE);
        }
        return fixed(name, encoding.get(), array ? element.length() : 1, array);
    }

    /** A container of basic values has a faster way than others. */
    private static Layout layout(String name, Part part) {
        if (part instanceof HeadedPart headed
                && headed.content() instanceof ListPart list
                && list.element() instanceof BasicPart basic) {
            return new JaggedLayout(
                    new Shape(name, basic.encoding().type(), 1), basic.encoding(), JaggedLayout.Header.CONTAINER);
        }
        return new PartLayout(name, part);
    }

    /** The member of a class that a branch has. */
    private StreamerElement described(RootObject branch, String className) throws Unsupported {
        StreamerInfo info = infos.find(className, (int) branch.integer("fClassVersion"))
                .or(() -> infos.findByChecksum(className, Integer.toUnsignedLong((int) branch.integer("fCheckSum"))))
                .or(() -> infos.all(className).stream().findFirst())
                .orElseThrow(() -> Unsupported.of(className));
        String full = branch.text("fName");
        String name = full.replaceAll("\\[.*", "").replaceAll("\\.$", "");
        String last = name.substring(name.lastIndexOf('.') + 1);
        int id = (int) branch.integer("fID");
        if (id < info.elements().size() && info.elements().get(id).name().equals(last)) {
            return info.elements().get(id);
        }
        return info.elements().stream()
                .filter(element -> element.name().equals(last))
                .findFirst()
                .orElseThrow(() -> new Unsupported(
                        "unsupported class '" + className + "': the file does not describe its member '" + last + "'"));
    }
}
