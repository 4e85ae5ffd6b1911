package org.muonframework.data.format.root.streamer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An object as it stands in a file; members of its bases are its own. Objects may refer to each other in circles, so that
 * two are equal only if they are the same.
 */
public final class RootObject {

    private final String className;
    private final Map<String, Object> members = new LinkedHashMap<>();

    RootObject(String className) {
        this.className = className;
    }

    /** Its class. */
    public String className() {
        return className;
    }

    /** Whether the file tells something about this member. */
    public boolean has(String member) {
        return members.containsKey(member);
    }

    /** A whole number, also true (1) or false (0); 0 if there is no such member. */
    public long integer(String member) {
        return members.get(member) instanceof Long value ? value : 0;
    }

    /** A number; 0 if there is no such member. */
    public double number(String member) {
        return members.get(member) instanceof Number value ? value.doubleValue() : 0;
    }

    /** A text; empty if there is no such member. */
    public String text(String member) {
        return members.get(member) instanceof String value ? value : "";
    }

    /** An array of whole numbers; empty if there is no such member. Not to be changed. */
    public long[] integers(String member) {
        return members.get(member) instanceof long[] values ? values : new long[0];
    }

    /** An array of numbers; empty if there is no such member. Not to be changed. */
    public double[] numbers(String member) {
        return members.get(member) instanceof double[] values ? values : new double[0];
    }

    /** An object; empty for a null pointer, and if there is no such member. */
    public Optional<RootObject> object(String member) {
        return members.get(member) instanceof RootObject value ? Optional.of(value) : Optional.empty();
    }

    /** The objects of an array, a list or a container, without null pointers; empty if there is no such member. */
    public List<RootObject> objects(String member) {
        return all(member).stream().flatMap(Optional::stream).toList();
    }

    /** The objects of an array or a list, empty where it has a null pointer; none if there is no such member. */
    public List<Optional<RootObject>> all(String member) {
        Object value = members.get(member);
        if (value instanceof RootObject list) {
            return list.all(ObjectReader.ITEMS);
        }
        return value instanceof List<?> items
                ? items.stream()
                        .map(item -> item instanceof Optional<?> some && some.orElse(null) instanceof RootObject object
                                ? Optional.of(object)
                                : Optional.<RootObject>empty())
                        .toList()
                : List.of();
    }

    /** Any other content, as a reader of its class left it. */
    public <T> Optional<T> content(String member, Class<T> type) {
        return type.isInstance(members.get(member)) ? Optional.of(type.cast(members.get(member))) : Optional.empty();
    }

    void set(String member, Object value) {
        members.put(member, value);
    }

    @Override
    public String toString() {
        return className + members.keySet();
    }
}
