package org.muonframework.data.format.root.write;

import java.util.Locale;
import java.util.Map;

/**
 * One line of the description of a class.
 *
 * @param type its type, where the kind leaves a choice; the class for a base
 * @param length the member that tells the length of an array; empty for others
 * @param size bytes of an object in memory; 0 for others
 */
record ClassMember(Kind kind, String name, String type, String length, int size) {

    /** Numbers by their types: ROOT's code, and how many bytes. */
    private static final Map<String, int[]> NUMBERS = Map.of(
            "bool", new int[] {18, 1},
            "char", new int[] {1, 1},
            "unsigned char", new int[] {11, 1},
            "short", new int[] {2, 2},
            "unsigned short", new int[] {12, 2},
            "int", new int[] {3, 4},
            "unsigned int", new int[] {13, 4},
            "Long64_t", new int[] {16, 8},
            "float", new int[] {5, 4},
            "double", new int[] {8, 8});

    private static final int POINTER_TO = 40;
    private static final int POINTER_BYTES = 8;
    private static final int STRING_BYTES = 24;
    private static final int TOBJECT = 66;
    private static final int TNAMED = 67;

    /** What a member is: the class of its element in the file, and ROOT's code where that does not depend on the type. */
    enum Kind {
        BASE("TStreamerBase", 0),
        NUMBER("TStreamerBasicType", 0),
        LENGTH("TStreamerBasicType", 6),
        BITS("TStreamerBasicType", 15),
        CHOICE("TStreamerBasicType", 3),
        ARRAY("TStreamerBasicPointer", 0),
        TEXT("TStreamerString", 65),
        OBJECT("TStreamerObject", 61),
        VALUE("TStreamerObjectAny", 62),
        OWNED("TStreamerObjectPointer", 63),
        POINTER("TStreamerObjectPointer", 64),
        HIDDEN("", 0);

        private final String element;
        private final int code;

        Kind(String element, int code) {
            this.element = element;
            this.code = code;
        }

        /** The class of its element in the file. */
        String element() {
            return element;
        }
    }

    /** Reads a line of the list of classes. */
    static ClassMember parse(String line) {
        String[] words = line.split(" ");
        Kind kind = Kind.valueOf(words[0].toUpperCase(Locale.ROOT));
        String name = words[1];
        String rest = line.substring(Math.min(line.length(), words[0].length() + name.length() + 2));
        return switch (kind) {
            case BASE -> new ClassMember(kind, name, name, "", 0);
            case LENGTH -> new ClassMember(kind, name, "int", "", 0);
            case BITS -> new ClassMember(kind, name, "unsigned int", "", 0);
            case TEXT -> new ClassMember(kind, name, "TString", "", 0);
            case ARRAY -> new ClassMember(kind, name, words[2] + "*", words[3], 0);
            case OBJECT, VALUE -> new ClassMember(kind, name, words[2], "", Integer.parseInt(words[3]));
            case OWNED, POINTER -> new ClassMember(kind, name, words[2] + "*", "", 0);
            case NUMBER, CHOICE, HIDDEN -> new ClassMember(kind, name, rest, "", 0);
        };
    }

    /** ROOT's number for the type. */
    int code() {
        return switch (kind) {
            case NUMBER -> number(type)[0];
            case ARRAY -> POINTER_TO + number(type.substring(0, type.length() - 1))[0];
            case BASE -> type.equals("TObject") ? TOBJECT : type.equals("TNamed") ? TNAMED : kind.code;
            default -> kind.code;
        };
    }

    /** Bytes in memory, as ROOT counts them. */
    int bytes() {
        return switch (kind) {
            case NUMBER, LENGTH, BITS -> number(type)[1];
            case CHOICE -> Integer.BYTES;
            case ARRAY -> number(type.substring(0, type.length() - 1))[1];
            case TEXT -> STRING_BYTES;
            case OWNED, POINTER -> POINTER_BYTES;
            case BASE, OBJECT, VALUE, HIDDEN -> size;
        };
    }

    /** The part of ROOT's comment on the member that means something to programs. */
    String comment() {
        return kind == Kind.OWNED ? "->" : length.isEmpty() ? "" : "[" + length + "]";
    }

    private static int[] number(String type) {
        return NUMBERS.get(type);
    }
}
