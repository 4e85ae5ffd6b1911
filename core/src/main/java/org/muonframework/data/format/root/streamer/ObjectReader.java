package org.muonframework.data.format.root.streamer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.muonframework.data.format.root.bytes.Bytes;
import org.muonframework.data.format.root.bytes.RootException;

/**
 * Reads the objects of one record as the file describes their classes, so that it depends on no version of them.
 *
 * <p>Every object takes at least two bytes and none may go beyond its end, so that the work is bounded by the length of
 * the record; objects nested too deep are refused.
 */
public final class ObjectReader {

    /** The member of arrays and lists that holds their objects. */
    public static final String ITEMS = "items";

    /** The member that holds what a {@link ClassReader} read. */
    public static final String CONTENT = "content";

    static final int ANY_VERSION = Integer.MIN_VALUE;

    private static final int DEEPEST = 100;
    private static final int CLASS_FLAG = 0x8000_0000;
    private static final int COUNT_FLAG = 0x4000_0000;
    private static final int NEW_CLASS = -1;
    private static final int MAP_OFFSET = 2;
    private static final int IS_REFERENCED = 1 << 4;

    private final Bytes in;
    private final StreamerInfos infos;
    private final Map<String, ClassReader> special;
    private final Map<Integer, String> classes = new HashMap<>();
    private final Map<Integer, RootObject> objects = new HashMap<>();
    private int depth;

    /**
     * Starts at the next byte of a record.
     *
     * @param in the record, counting from the start of its key
     * @param special readers of classes that do not follow their description
     */
    public ObjectReader(Bytes in, StreamerInfos infos, Map<String, ClassReader> special) {
        this.in = in;
        this.infos = infos;
        this.special = Map.copyOf(special);
    }

    /**
     * Reads an object of a known class.
     *
     * @throws RootException if it is damaged, or its class is not described
     */
    public RootObject read(String className) {
        RootObject object = new RootObject(className);
        read(className, object);
        return object;
    }

    private void read(String className, RootObject object) {
        if (depth == DEEPEST) {
            throw in.damaged("its objects are nested deeper than " + DEEPEST);
        }
        depth++;
        ClassReader reader = special.get(className);
        if (reader != null) {
            object.set(CONTENT, reader.read(in));
        } else {
            switch (className) {
                case "TObject" -> tObject(object);
                case "TString" -> object.set(CONTENT, in.string());
                case "TDatime" -> object.set(CONTENT, in.uint32());
                case "TObjArray", "TList", "THashList" -> list(className, object);
                case "TArrayC", "TArrayS", "TArrayI", "TArrayL", "TArrayL64", "TArrayF", "TArrayD" ->
                    object.set(CONTENT, BasicReader.array(in, BasicReader.codeOfArray(className), "", in.int32()));
                default -> described(className, object);
            }
        }
        depth--;
    }

    private void tObject(RootObject object) {
        in.objectHeader();
        object.set("fUniqueID", in.uint32());
        long bits = in.uint32();
        object.set("fBits", bits);
        if ((bits & IS_REFERENCED) != 0) {
            in.skip(Short.BYTES);
        }
    }

    private void list(String className, RootObject object) {
        Bytes.ObjectHeader header = in.objectHeader();
        boolean array = className.equals("TObjArray");
        if (header.version() > (array ? 2 : 3)) {
            tObject(object);
        }
        object.set("fName", in.string());
        int size = in.length(Integer.BYTES);
        if (array) {
            in.skip(Integer.BYTES); // number of the first
        }
        List<Optional<RootObject>> items = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            items.add(pointer());
            if (!array) {
                in.string(); // how to draw it
            }
        }
        object.set(ITEMS, items);
        end(header, className);
    }

    private void described(String className, RootObject object) {
        Bytes.ObjectHeader header = in.objectHeader();
        StreamerInfo info = info(className, header)
                .orElseThrow(() -> new RootException(
                        in.file(),
                        "holds an object of class '" + className + "', version " + header.version()
                                + ", but does not describe it"));
        for (StreamerElement element : info.elements()) {
            if (element.base()) {
                read(element.name(), object);
            } else {
                object.set(element.name(), member(element, object));
            }
        }
        end(header, className);
    }

    private Optional<StreamerInfo> info(String className, Bytes.ObjectHeader header) {
        if (header.version() == 0 && header.counted()) {
            return infos.findByChecksum(className, in.uint32());
        }
        return infos.find(className, header.version()).or(() -> infos.find(className, ANY_VERSION));
    }

    private void end(Bytes.ObjectHeader header, String className) {
        if (in.position() > header.end()) {
            throw in.damaged("an object of class '" + className + "' is shorter than its members");
        }
        if (header.counted()) {
            in.seek(header.end());
        }
    }

    private Object member(StreamerElement element, RootObject object) {
        int code = element.code();
        if (code > 0 && code < TypeCode.BASICS_END) {
            return BasicReader.member(in, element, object);
        }
        return switch (code) {
            case TypeCode.TSTRING -> in.string();
            case TypeCode.OBJECT, TypeCode.ANY, TypeCode.TOBJECT, TypeCode.TNAMED -> inPlace(element);
            case TypeCode.OBJECT_HERE, TypeCode.ANY_HERE -> inPlace(element);
            case TypeCode.OBJECT_POINTER, TypeCode.ANY_POINTER -> pointers(element);
            default -> {
                in.skipObject();
                yield Optional.empty();
            }
        };
    }

    private Object inPlace(StreamerElement element) {
        String className = element.typeName().replace("*", "").trim();
        if (element.length() <= 1) {
            return read(className);
        }
        return many(element.length(), Short.BYTES, () -> Optional.of(read(className)));
    }

    private Object pointers(StreamerElement element) {
        if (element.length() > 1) {
            return many(element.length(), Integer.BYTES, this::pointer);
        }
        Optional<RootObject> object = pointer();
        return object.isPresent() ? object.get() : object;
    }

    private List<Optional<RootObject>> many(int count, int bytes, Supplier<Optional<RootObject>> reader) {
        if ((long) count * bytes > in.remaining()) {
            throw in.damaged("an array of " + count + " objects is longer than the record");
        }
        List<Optional<RootObject>> all = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            all.add(reader.get());
        }
        return all;
    }

    /** What a pointer refers to: a new object, one that was read before, or nothing. */
    private Optional<RootObject> pointer() {
        int start = in.reference();
        int first = in.int32();
        boolean counted = (first & COUNT_FLAG) != 0 && first != NEW_CLASS;
        int count = first & ~COUNT_FLAG;
        if (counted && (first < 0 || count > in.remaining())) {
            throw in.damaged("an object claims " + Integer.toUnsignedLong(count) + " bytes where " + in.remaining()
                    + " are left");
        }
        int end = in.position() + count;
        int tagStart = in.reference();
        int tag = counted ? in.int32() : first;
        if ((tag & CLASS_FLAG) == 0) {
            return Optional.ofNullable(objects.get(tag));
        }
        String className;
        if (tag == NEW_CLASS) {
            className = in.cString();
            classes.put(tagStart + MAP_OFFSET, className);
        } else {
            className = classes.get(tag & ~CLASS_FLAG);
            if (className == null) {
                throw in.damaged("an object has a class that was not named before");
            }
        }
        RootObject object = new RootObject(className);
        objects.put(start + MAP_OFFSET, object);
        if (counted && !known(className)) {
            in.seek(end);
            return Optional.of(object);
        }
        read(className, object);
        if (counted) {
            if (in.position() > end) {
                throw in.damaged("an object of class '" + className + "' is longer than its place");
            }
            in.seek(end);
        }
        return Optional.of(object);
    }

    private boolean known(String className) {
        return special.containsKey(className)
                || !infos.all(className).isEmpty()
                || className.startsWith("TArray")
                || switch (className) {
                    case "TObject", "TString", "TDatime", "TObjArray", "TList", "THashList" -> true;
                    default -> false;
                };
    }
}
