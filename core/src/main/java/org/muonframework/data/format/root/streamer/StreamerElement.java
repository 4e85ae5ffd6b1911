package org.muonframework.data.format.root.streamer;

/**
 * A member or base of a class as the file's writer laid it out ({@code TStreamerElement}).
 *
 * @param base whether it is a base of the class, not a member
 * @param name name of the member, or of the base
 * @param title comment of the member; may hold a range, {@code [min,max,bits]}
 * @param code what it is: one of ROOT's type codes, see {@link TypeCode}
 * @param length number of values of a fixed array; 0 or 1 for a single one
 * @param typeName its type in C++
 * @param count name of the member that tells how many values a pointer has; empty if none does
 */
public record StreamerElement(
        boolean base, String name, String title, int code, int length, String typeName, String count) {

    static StreamerElement member(String name, int code, int length, String typeName) {
        return new StreamerElement(false, name, "", code, length, typeName, "");
    }

    static StreamerElement base(String name) {
        return new StreamerElement(true, name, "", TypeCode.BASE, 0, "BASE", "");
    }
}
