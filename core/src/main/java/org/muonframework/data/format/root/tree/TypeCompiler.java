package org.muonframework.data.format.root.tree;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.muonframework.data.format.root.streamer.StreamerElement;
import org.muonframework.data.format.root.streamer.StreamerInfo;
import org.muonframework.data.format.root.streamer.StreamerInfos;
import org.muonframework.data.format.root.streamer.TypeCode;

/** Makes parts of types; one for each branch, so that a damaged description cannot make it endless. */
final class TypeCompiler {

    private static final int MOST_PARTS = 10_000;
    private static final int DEEPEST = 20;

    private final StreamerInfos infos;
    private int parts;
    private int depth;

    TypeCompiler(StreamerInfos infos) {
        this.infos = infos;
    }

    /** A type by its name; its version is not part of it, except for maps. */
    Part type(String written) throws Unsupported {
        TypeName type = TypeName.of(written);
        Optional<Encoding> basic = BasicTypes.named(type.name());
        if (basic.isPresent() && type.arguments().isEmpty()) {
            return new BasicPart(basic.get());
        }
        enter(written);
        Part part =
                switch (type.name()) {
                    case "string" -> new TextPart(true);
                    case "TString" -> new TextPart(false);
                    case "vector",
                            "list",
                            "deque",
                            "forward_list",
                            "set",
                            "multiset",
                            "unordered_set",
                            "unordered_multiset",
                            "ROOT::VecOps::RVec" -> ListPart.counted(element(type, 0, written));
                    case "map", "multimap", "unordered_map", "unordered_multimap" ->
                        new MapPart(element(type, 0, written), element(type, 1, written));
                    default -> object(written);
                };
        depth--;
        return part;
    }

    /** A type as it stands where it is a member of a class, or alone in a branch if it is a container. */
    static Part asMember(Part part) {
        return part.headed() ? new HeadedPart(part) : part;
    }

    private Part element(TypeName type, int argument, String written) throws Unsupported {
        if (argument >= type.arguments().size()) {
            throw Unsupported.of(written);
        }
        Part element = type(type.arguments().get(argument));
        if (element instanceof MapPart) {
            throw Unsupported.of(written);
        }
        return element;
    }

    private Part object(String className) throws Unsupported {
        StreamerInfo info = infos.all(className).stream()
                .max(Comparator.comparingInt(StreamerInfo::version))
                .orElseThrow(() -> Unsupported.of(className));
        List<ObjectPart.Field> fields = new ArrayList<>();
        for (StreamerElement element : info.elements()) {
            if (!element.base()) {
                fields.add(new ObjectPart.Field("." + element.name(), member(element, className)));
            } else if (element.name().equals("TObject")) {
                fields.add(new ObjectPart.Field("", new SkippedPart()));
            } else {
                enter(className);
                fields.add(new ObjectPart.Field("", object(element.name())));
                depth--;
            }
        }
        return new ObjectPart(className, info.version(), fields);
    }

    /** A member of a class. */
    Part member(StreamerElement element, String className) throws Unsupported {
        int code = element.code();
        if (code > 0 && code < TypeCode.POINTER) {
            boolean array = code >= TypeCode.ARRAY;
            Encoding encoding = BasicTypes.coded(
                            array ? code - TypeCode.ARRAY : code, element.typeName(), element.title())
                    .orElseThrow(() -> memberOf(className, element));
            Part value = new BasicPart(encoding);
            return array ? ListPart.fixed(value, Math.max(1, element.length())) : value;
        }
        if (element.length() > 0) {
            throw memberOf(className, element);
        }
        return switch (code) {
            case TypeCode.TSTRING -> new TextPart(false);
            case TypeCode.TOBJECT -> new SkippedPart();
            case TypeCode.OBJECT, TypeCode.ANY, TypeCode.STL -> asMember(type(element.typeName()));
            default -> throw memberOf(className, element);
        };
    }

    private void enter(String type) throws Unsupported {
        if (++parts > MOST_PARTS || ++depth > DEEPEST) {
            throw new Unsupported("unsupported class '" + type + "': it is nested too deep");
        }
    }

    private static Unsupported memberOf(String className, StreamerElement element) {
        return new Unsupported("unsupported class '" + className + "': its member '" + element.name()
                + "' has the type '" + element.typeName() + "'");
    }
}
