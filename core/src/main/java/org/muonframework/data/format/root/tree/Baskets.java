package org.muonframework.data.format.root.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.muonframework.data.format.root.bytes.ByteSource;
import org.muonframework.data.format.root.bytes.Bytes;
import org.muonframework.data.format.root.bytes.RootException;
import org.muonframework.data.format.root.codec.Blocks;
import org.muonframework.data.format.root.file.RootKey;
import org.muonframework.data.format.root.streamer.ObjectReader;
import org.muonframework.data.format.root.streamer.RootObject;

/** The baskets of a branch; may be read by several threads at once. */
final class Baskets {

    private final ByteSource source;
    private final String where;
    private final boolean offsets;
    private final int typicalBytes;
    private final List<Place> places;
    private final long[] firstRows;

    private Baskets(ByteSource source, String where, RootObject branch, List<Place> places, long[] firstRows) {
        this.source = source;
        this.where = where;
        this.offsets = branch.integer("fEntryOffsetLen") > 0;
        this.typicalBytes = (int) Math.max(0, branch.integer("fBasketSize"));
        this.places = places;
        this.firstRows = firstRows;
    }

    /**
     * Where a basket is.
     *
     * @param position its first byte in the file, if it is not part of the tree's record
     * @param bytes its length there
     * @param embedded the basket in the tree's record
     */
    private record Place(long position, int bytes, Optional<EmbeddedBasket> embedded) {}

    /**
     * Finds the baskets of a branch.
     *
     * @param where tree and branch, for messages
     */
    static Baskets of(RootObject branch, ByteSource source, String where) {
        long[] seek = branch.integers("fBasketSeek");
        long[] bytes = branch.integers("fBasketBytes");
        long[] entry = branch.integers("fBasketEntry");
        List<Optional<RootObject>> inRecord = branch.all("fBaskets");
        long written = branch.integer("fWriteBasket");
        List<Place> places = new ArrayList<>();
        List<Long> firstRows = new ArrayList<>();
        for (int i = 0; i < Math.max(inRecord.size(), Math.min(written, seek.length)); i++) {
            Optional<EmbeddedBasket> embedded = (i < inRecord.size() ? inRecord.get(i) : Optional.<RootObject>empty())
                    .flatMap(basket -> basket.content(ObjectReader.CONTENT, EmbeddedBasket.class))
                    .filter(basket -> basket.entries() > 0);
            boolean inFile = i < seek.length && i < written && i < bytes.length && seek[i] > 0;
            if ((inFile || embedded.isPresent()) && i < entry.length) {
                places.add(new Place(
                        inFile ? seek[i] : 0, inFile ? (int) bytes[i] : 0, inFile ? Optional.empty() : embedded));
                firstRows.add(entry[i]);
            }
        }
        firstRows.add(Math.max(branch.integer("fEntries"), branch.integer("fEntryNumber")));
        return new Baskets(
                source,
                where,
                branch,
                places,
                firstRows.stream().mapToLong(Long::longValue).toArray());
    }

    /** Number of rows, if the baskets hold all of them one after the other. */
    Optional<Long> rows() {
        for (int i = 0; i < places.size(); i++) {
            if (firstRows[i + 1] < firstRows[i] || firstRows[i + 1] - firstRows[i] > Integer.MAX_VALUE - 1) {
                return Optional.empty();
            }
        }
        return firstRows[0] == 0 || places.isEmpty() ? Optional.of(places.isEmpty() ? 0 : last()) : Optional.empty();
    }

    private long last() {
        return firstRows[places.size()];
    }

    int count() {
        return places.size();
    }

    /** The first row of a basket; for the number of baskets, the row after all. */
    long firstRow(int basket) {
        return firstRows[basket];
    }

    /** The basket that has a row. */
    int at(long row) {
        int found = Arrays.binarySearch(firstRows, 0, places.size(), row);
        int basket = found >= 0 ? found : -found - 2;
        while (basket + 1 < places.size() && firstRows[basket + 1] <= row) {
            basket++; // after baskets without entries
        }
        return basket;
    }

    /** About how many bytes of memory a basket takes. */
    long size(int basket) {
        return Math.max(typicalBytes, places.get(basket).bytes());
    }

    /** Reads and decompresses a basket. */
    Basket read(int number) {
        String what = where + ", basket " + number;
        Place place = places.get(number);
        long first = firstRows[number];
        int entries = (int) (firstRows[number + 1] - first);
        if (place.embedded().isPresent()) {
            EmbeddedBasket basket = place.embedded().get();
            check(basket.entries(), entries, what);
            return new Basket(
                            first,
                            entries,
                            basket.bytes(),
                            basket.bytes().length,
                            basket.offsets(),
                            source.name(),
                            what)
                    .checked();
        }
        byte[] record = source.read(place.position(), place.bytes(), what);
        Bytes in = Bytes.of(record, source.name(), what);
        RootKey key = RootKey.read(in);
        BasketFormat format = BasketFormat.read(in);
        check(format.entries(), entries, what);
        int border = format.last() - key.keyLength();
        if (key.bytes() != record.length || border < 0 || border > key.objectLength()) {
            throw in.damaged("its key claims other lengths than its branch");
        }
        byte[] bytes = Blocks.decompress(
                record, key.keyLength(), record.length - key.keyLength(), key.objectLength(), source.name(), what);
        int[] starts = new int[0];
        if (offsets && border < bytes.length) {
            starts = format.offsets(Bytes.of(bytes, source.name(), what).at(border), key.keyLength(), border);
        }
        return new Basket(first, entries, bytes, border, starts, source.name(), what).checked();
    }

    private void check(int has, int expected, String what) {
        if (has != expected) {
            throw new RootException(
                    source.name(), what + " is damaged: it has " + has + " entries, but its branch says " + expected);
        }
    }
}
