package org.muonframework.data.format.root.streamer;

/** The numbers by which ROOT names the types of members ({@code TVirtualStreamerInfo::EReadWrite}). */
public final class TypeCode {

    public static final int BASE = 0;
    public static final int CHAR = 1;
    public static final int SHORT = 2;
    public static final int INT = 3;
    public static final int LONG = 4;
    public static final int FLOAT = 5;
    /** Number of values of a variable array; an {@link #INT}. */
    public static final int COUNTER = 6;

    public static final int DOUBLE = 8;
    public static final int DOUBLE32 = 9;
    public static final int UCHAR = 11;
    public static final int USHORT = 12;
    public static final int UINT = 13;
    public static final int ULONG = 14;
    /** Status bits of a {@code TObject}. */
    public static final int BITS = 15;

    public static final int LONG64 = 16;
    public static final int ULONG64 = 17;
    public static final int BOOL = 18;
    public static final int FLOAT16 = 19;
    /** Added to a basic type for a fixed array of it. */
    public static final int ARRAY = 20;
    /** Added to a basic type for a pointer to a variable array of it. */
    public static final int POINTER = 40;

    /** The first code above pointers to basic types. */
    public static final int BASICS_END = 60;
    /** An object of a class that is a {@code TObject}. */
    public static final int OBJECT = 61;
    /** An object of another class. */
    public static final int ANY = 62;
    /** A pointer that is never null: the object itself follows. */
    public static final int OBJECT_HERE = 63;

    public static final int OBJECT_POINTER = 64;
    public static final int TSTRING = 65;
    public static final int TOBJECT = 66;
    public static final int TNAMED = 67;
    /** As {@link #OBJECT_HERE} of another class. */
    public static final int ANY_HERE = 68;

    public static final int ANY_POINTER = 69;
    /** A container or text of the standard library. */
    public static final int STL = 300;

    private TypeCode() {}
}
