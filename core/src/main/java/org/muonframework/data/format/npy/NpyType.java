package org.muonframework.data.format.npy;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muonframework.data.format.binary.Cell;
import org.muonframework.data.format.binary.Element;
import org.muonframework.data.format.binary.TextElement;
import org.muonframework.data.format.binary.TextElement.Padding;

/**
 * What a value of an array consists of: itself, or fields.
 *
 * @param size bytes of a value
 * @param fields what can be read of it; the name of a type without fields is empty
 * @param leftOut fields that cannot be read, each with the reason
 */
record NpyType(int size, List<Field> fields, List<String> leftOut) {

    private static final Pattern SIMPLE = Pattern.compile("([<>|=]?)([A-Za-z])(\\d{0,9})(\\[.*])?");

    /**
     * A field.
     *
     * @param cell where its values are in those of the array
     */
    record Field(String name, Cell cell) {}

    /**
     * Understands what a header says.
     *
     * @throws IllegalArgumentException if it is no type, or one of Python objects
     */
    static NpyType of(Object description) {
        List<Field> fields = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        int size = add(fields, leftOut, "", 0, description);
        return new NpyType(size, List.copyOf(fields), List.copyOf(leftOut));
    }

    /** Adds the fields of a type that stands some bytes behind the start, and gives its size. */
    private static int add(List<Field> fields, List<String> leftOut, String name, int offset, Object description) {
        if (description instanceof String simple) {
            Simple type = simple(simple);
            type.element()
                    .ifPresentOrElse(
                            element ->
                                    fields.add(new Field(name, Cell.of(element).after(offset))),
                            () -> leave(leftOut, name, simple));
            return type.size();
        }
        int size = 0;
        for (Object field : list(description)) {
            List<?> parts = list(field);
            if (parts.size() < 2 || parts.size() > 3) {
                throw unknown(description);
            }
            String full = name.isEmpty() ? name(parts.get(0)) : name + "_" + name(parts.get(0));
            int start = Math.addExact(offset, size);
            size = Math.addExact(
                    size,
                    parts.size() == 2
                            ? add(fields, leftOut, full, start, parts.get(1))
                            : addLists(fields, leftOut, full, start, parts.get(1), parts.get(2)));
        }
        return size;
    }

    /** Adds a field whose values are arrays themselves. */
    private static int addLists(
            List<Field> fields, List<String> leftOut, String name, int offset, Object description, Object shape) {
        long count = 1;
        for (Object length : shape instanceof Long ? List.of(shape) : list(shape)) {
            count = Math.multiplyExact(count, length instanceof Long number ? number : -1);
        }
        int values = Math.toIntExact(count);
        if (description instanceof String simple
                && (shape instanceof Long || list(shape).size() == 1)) {
            Simple type = simple(simple);
            type.element()
                    .ifPresentOrElse(
                            element -> fields.add(
                                    new Field(name, Cell.listOf(element, values).after(offset))),
                            () -> leave(leftOut, name, simple));
        } else {
            leave(leftOut, name, "an array of " + shape);
        }
        return Math.multiplyExact(values, of(description).size());
    }

    private record Simple(int size, Optional<Element> element) {}

    private static Simple simple(String description) {
        Matcher matcher = SIMPLE.matcher(description);
        if (!matcher.matches()) {
            throw unknown(description);
        }
        ByteOrder order = matcher.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        char kind = matcher.group(2).charAt(0);
        if (kind == 'O') {
            throw new IllegalArgumentException(
                    "holds Python objects (pickled), which only Python can read, and which may"
                            + " do harm there; save arrays of numbers or texts");
        }
        int number = matcher.group(3).isEmpty() ? 0 : Integer.parseInt(matcher.group(3));
        int size = kind == 'U' ? Math.multiplyExact(number, 4) : number;
        boolean whole = size == 1 || size == 2 || size == 4 || size == 8;
        return new Simple(
                size,
                switch (kind) {
                    case 'b' -> size == 1 ? Optional.of(Element.truth()) : Optional.empty();
                    case 'i' -> whole ? Optional.of(Element.signed(size, order)) : Optional.empty();
                    case 'u' -> whole ? Optional.of(Element.unsigned(size, order)) : Optional.empty();
                    case 'f' -> whole && size > 1 ? Optional.of(Element.floating(size, order)) : Optional.empty();
                    case 'S', 'a' -> size > 0 ? Optional.of(TextElement.utf8(size, Padding.ZEROS)) : Optional.empty();
                    case 'U' -> size > 0 ? Optional.of(TextElement.utf32(size, order)) : Optional.empty();
                    default -> Optional.empty();
                });
    }

    /** Bytes without a name only fill up the room between fields. */
    private static void leave(List<String> leftOut, String name, String description) {
        boolean padding = name.isEmpty() && description.startsWith("|V");
        if (!padding) {
            leftOut.add((name.isEmpty() ? "" : name + " ") + "(type " + description + ")");
        }
    }

    /** A name, or a title and a name. */
    private static String name(Object name) {
        return name instanceof List<?> both && both.size() == 2 ? String.valueOf(both.get(1)) : String.valueOf(name);
    }

    private static List<?> list(Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw unknown(value);
    }

    private static IllegalArgumentException unknown(Object description) {
        return new IllegalArgumentException("has the type '" + description + "', which is none of NumPy's");
    }
}
