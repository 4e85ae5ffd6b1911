package org.muonframework.data.format.root.ntuple;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.muonframework.data.format.root.table.RootColumn;
import org.muonframework.data.format.root.table.ValueType;

/**
 * The fields of an ntuple as columns of a table.
 *
 * <p>A column's name is the path of its field: names divided by dots. The names that ROOT invents for the items of
 * collections, arrays, enumerations and atomics ({@code _0}) are left out, and so are those of base classes
 * ({@code :_0}), unless a member would have the name of another one then.
 */
final class Layout {

    /** The most elements that arrays of fixed length, one in the other, may have. */
    private static final int MOST = 1 << 24;

    private static final String LENGTHS = "ROOT::RNTupleCardinality<";

    private static final Map<String, ValueType> TYPES = Map.ofEntries(
            Map.entry("bool", ValueType.BOOL),
            Map.entry("char", ValueType.INT8),
            Map.entry("std::byte", ValueType.UINT8),
            Map.entry("std::int8_t", ValueType.INT8),
            Map.entry("std::uint8_t", ValueType.UINT8),
            Map.entry("std::int16_t", ValueType.INT16),
            Map.entry("std::uint16_t", ValueType.UINT16),
            Map.entry("std::int32_t", ValueType.INT32),
            Map.entry("std::uint32_t", ValueType.UINT32),
            Map.entry("std::int64_t", ValueType.INT64),
            Map.entry("std::uint64_t", ValueType.UINT64),
            Map.entry("float", ValueType.FLOAT32),
            Map.entry("double", ValueType.FLOAT64));

    private final Map<Integer, List<FieldRecord>> members = new HashMap<>();
    private final Map<Integer, List<ColumnRecord>> columns = new HashMap<>();
    private final Map<String, Leaf> leaves = new LinkedHashMap<>();
    private final Map<String, String> unreadable = new LinkedHashMap<>();

    private Layout(Schema schema) {
        for (FieldRecord field : schema.fields()) {
            if (!field.top()) {
                members.computeIfAbsent(field.parent(), id -> new ArrayList<>()).add(field);
            }
        }
        for (ColumnRecord column : schema.columns()) {
            columns.computeIfAbsent((int) column.field(), id -> new ArrayList<>())
                    .add(column);
        }
        for (Schema.Alias alias : schema.aliases()) {
            columns.computeIfAbsent((int) alias.field(), id -> new ArrayList<>())
                    .add(schema.columns().get((int) alias.column()));
        }
    }

    static Layout of(Schema schema) {
        Layout layout = new Layout(schema);
        for (FieldRecord field : schema.fields()) {
            if (field.top()) {
                layout.add(
                        field, new Place(field.name(), field.name(), field.description(), Optional.empty(), 1, false));
            }
        }
        return layout;
    }

    /** The columns that can be read, by their name, in the order of the file. */
    Map<String, Leaf> leaves() {
        return Collections.unmodifiableMap(leaves);
    }

    /** The fields that cannot be read and why. */
    Map<String, String> unreadable() {
        return Collections.unmodifiableMap(unreadable);
    }

    /**
     * Where a field is.
     *
     * @param path names without those that ROOT invents
     * @param fullPath names with them
     * @param title description of the field
     * @param level lists around it
     * @param perItem how many values of it each row has, or each item of the nearest collection around it
     * @param collected whether there is such a collection
     */
    private record Place(
            String path, String fullPath, String title, Optional<ListLevel> level, int perItem, boolean collected) {

        /** How many values of it each row has; 0 if that is not the same for all. */
        int perRow() {
            return collected ? 0 : perItem;
        }

        Place item(FieldRecord field) {
            return new Place(path, fullPath + '.' + field.name(), title, level, perItem, collected);
        }

        Place member(FieldRecord field) {
            String name = '.' + field.name();
            boolean base = field.name().startsWith(":");
            return new Place(
                    base ? path : path + name, fullPath + name, field.description(), level, perItem, collected);
        }

        Place collection(Source index) {
            return new Place(path, fullPath, title, Optional.of(ListLevel.of(level, index)), 1, true);
        }

        Place array(int length) {
            ListLevel lists = ListLevel.ofLength(level, length);
            return new Place(path, fullPath, title, Optional.of(lists), perItem * length, collected);
        }
    }

    private void add(FieldRecord field, Place place) {
        switch (field.role()) {
            case LEAF -> addLeaf(field, place);
            case COLLECTION -> addCollection(field, place);
            case RECORD -> {
                for (FieldRecord member : members.getOrDefault(field.id(), List.of())) {
                    add(member, place.member(member));
                }
            }
            case VARIANT -> refuse(place, "unsupported type '" + field.type() + "'");
            case STREAMER -> refuse(place, "unsupported type '" + field.type() + "', written as whole objects");
            case UNKNOWN -> refuse(place, "unsupported kind of field of a newer RNTuple format");
        }
    }

    private void addCollection(FieldRecord field, Place place) {
        List<FieldRecord> items = members.getOrDefault(field.id(), List.of());
        Optional<List<Source>> sources = sources(field, place, 1);
        if (sources.isEmpty() || items.size() != 1) {
            refuse(place, "a collection without its items");
        } else if (all(sources.get().get(0), ColumnType::index)) {
            add(items.get(0), place.collection(sources.get().get(0)).item(items.get(0)));
        } else {
            refuse(place, unsupported(field));
        }
    }

    private void addLeaf(FieldRecord field, Place place) {
        Place inner = place;
        if (field.repeat().isPresent()) {
            long length = field.repeat().getAsLong();
            if (length == 0 || length > MOST / place.perItem()) {
                refuse(place, "an array of " + length + " elements");
                return;
            }
            inner = place.array((int) length);
        }
        List<FieldRecord> items = members.getOrDefault(field.id(), List.of());
        if (items.size() == 1) {
            add(items.get(0), inner.item(items.get(0)));
        } else if (field.type().equals("std::string")) {
            addTexts(field, inner);
        } else if (field.type().startsWith(LENGTHS)) {
            addLengths(field, inner);
        } else {
            addElements(field, inner);
        }
    }

    private void addTexts(FieldRecord field, Place place) {
        List<Source> sources = sources(field, place, 2).orElse(List.of());
        if (sources.isEmpty()
                || !all(sources.get(0), ColumnType::index)
                || !all(sources.get(1), type -> type == ColumnType.CHAR)) {
            refuse(place, unsupported(field));
            return;
        }
        ListLevel letters = ListLevel.of(place.level(), sources.get(0));
        Source content = new Source(sources.get(1).alternatives(), 0);
        put(place, ValueType.STRING, Leaf.Kind.TEXTS, Optional.of(letters), Optional.of(content));
    }

    private void addLengths(FieldRecord field, Place place) {
        Optional<Source> index = sources(field, place, 1)
                .map(sources -> sources.get(0))
                .filter(source -> all(source, ColumnType::index));
        if (index.isEmpty()) {
            refuse(place, unsupported(field));
            return;
        }
        ValueType type = field.type().equals(LENGTHS + "std::uint32_t>") ? ValueType.UINT32 : ValueType.UINT64;
        ListLevel lists = ListLevel.of(place.level(), index.get());
        put(place, type, Leaf.Kind.LENGTHS, Optional.of(lists), Optional.empty());
    }

    private void addElements(FieldRecord field, Place place) {
        Optional<Source> source = sources(field, place, 1).map(sources -> sources.get(0));
        Optional<ColumnType> stored =
                source.flatMap(elements -> elements.alternatives().get(0).type());
        Optional<ValueType> type = stored.map(known -> TYPES.getOrDefault(field.type(), known.decoded()));
        boolean readable = type.isPresent()
                && all(
                        source.get(),
                        column -> !column.index() && column != ColumnType.SWITCH && column.gives(type.get()));
        if (readable) {
            put(place, type.get(), Leaf.Kind.ELEMENTS, place.level(), source);
        } else {
            refuse(place, unsupported(field));
        }
    }

    /** The columns of a field, each with its alternatives; empty if there are not so many of each. */
    private Optional<List<Source>> sources(FieldRecord field, Place place, int count) {
        Map<Integer, List<ColumnRecord>> alternatives = new LinkedHashMap<>();
        for (ColumnRecord column : columns.getOrDefault(field.id(), List.of())) {
            alternatives
                    .computeIfAbsent(column.representation(), number -> new ArrayList<>())
                    .add(column);
        }
        Collection<List<ColumnRecord>> all = alternatives.values();
        if (all.isEmpty() || all.stream().anyMatch(columnsOfOne -> columnsOfOne.size() != count)) {
            return Optional.empty();
        }
        List<Source> sources = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int column = i;
            sources.add(new Source(all.stream().map(one -> one.get(column)).toList(), place.perRow()));
        }
        return Optional.of(sources);
    }

    private static boolean all(Source source, Predicate<ColumnType> condition) {
        return source.alternatives().stream()
                .allMatch(column -> column.type().filter(condition).isPresent());
    }

    private String unsupported(FieldRecord field) {
        List<String> types = columns.getOrDefault(field.id(), List.of()).stream()
                .map(column -> column.type().map(Enum::name).orElse("0x" + Integer.toHexString(column.typeNumber())))
                .toList();
        return "unsupported type '" + field.type() + "' in columns of the types " + types;
    }

    private void put(
            Place place, ValueType type, Leaf.Kind kind, Optional<ListLevel> level, Optional<Source> elements) {
        String name = leaves.containsKey(place.path()) ? place.fullPath() : place.path();
        int depth = level.map(ListLevel::depth).orElse(0) - (kind == Leaf.Kind.ELEMENTS ? 0 : 1);
        if (leaves.containsKey(name)) {
            unreadable.put(name, "has the name of another field");
        } else {
            leaves.put(name, new Leaf(new RootColumn(name, type, depth, place.title()), kind, level, elements));
        }
    }

    private void refuse(Place place, String why) {
        unreadable.put(place.path(), why);
    }
}
