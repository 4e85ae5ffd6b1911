package org.muonframework.data.format.root.ntuple;

import java.util.Arrays;
import org.muonframework.data.format.root.bytes.ByteSource;
import org.muonframework.data.format.root.codec.Blocks;
import org.muonframework.data.format.root.ntuple.PageList.Cluster;
import org.muonframework.data.format.root.ntuple.PageList.Page;
import org.muonframework.data.format.root.ntuple.Source.Elements;

/**
 * Reads elements of one source; keeps the last page, as the next rows often go on within it. Not for use by several
 * threads at a time.
 */
final class ElementReader {

    private final Source source;
    private final ByteSource file;
    private long lastCluster = -1;
    private int lastNumber;
    private Object lastPage;

    ElementReader(Source source, ByteSource file) {
        this.source = source;
        this.file = file;
    }

    /** Refuses elements of a cluster that are not there. */
    void require(Cluster cluster, long to) {
        require(source, cluster, to, 1);
    }

    /** Refuses elements of a cluster that are not there: {@code lists} times {@code perList} of them. */
    static void require(Source source, Cluster cluster, long lists, long perList) {
        long count = source.in(cluster).count();
        if (lists > count / perList) {
            throw cluster.damaged("it has " + count + " elements where there should be " + lists
                    + (perList == 1 ? "" : " times " + perList));
        }
    }

    /**
     * Copies elements.
     *
     * @param from number of the first one in the cluster
     * @param to number of the one after the last; there are so many
     * @param out array of Java's of their type, or {@code float[]} for {@code double[]} and the other way round; zeros
     *     where they go
     * @param at where the first one goes
     */
    void read(Cluster cluster, long from, long to, Object out, int at) {
        Elements elements = source.in(cluster);
        long missing = elements.missing();
        long[] ends = elements.pages().ends();
        int number = Arrays.binarySearch(ends, Math.max(0, from - missing));
        number = number < 0 ? -number - 1 : number + 1;
        for (long next = Math.max(from, missing); next < to; number++) {
            long start = missing + (number == 0 ? 0 : ends[number - 1]);
            int length = (int) (Math.min(to, missing + ends[number]) - next);
            if (length > 0) {
                Object page = page(cluster, elements, number);
                copy(page, (int) (next - start), out, at + (int) (next - from), length);
                next += length;
            }
        }
    }

    private Object page(Cluster cluster, Elements elements, int number) {
        if (cluster.number() != lastCluster || number != lastNumber) {
            Page page = elements.pages().pages().get(number);
            lastPage = Decoder.decode(elements.column(), bytes(cluster, elements, number, page), page.elements());
            lastCluster = cluster.number();
            lastNumber = number;
        }
        return lastPage;
    }

    private byte[] bytes(Cluster cluster, Elements elements, int number, Page page) {
        String what = "page " + number + " of cluster " + cluster.number();
        int stored = (int) page.place().bytes();
        byte[] bytes = file.read(page.place().position(), stored + (page.summed() ? Long.BYTES : 0), what);
        if (page.summed()) {
            LittleEndian sum = new LittleEndian(bytes, stored, bytes.length, file.name(), what);
            if (sum.int64() != XxHash3.of(bytes, 0, stored)) {
                throw sum.damaged("its check sum is wrong");
            }
        }
        int size = (int) elements.column().pageBytes(page.elements());
        return size == stored ? bytes : Blocks.decompress(bytes, 0, stored, size, file.name(), what);
    }

    private static void copy(Object from, int start, Object to, int at, int count) {
        if (from instanceof float[] floats && to instanceof double[] doubles) {
            for (int i = 0; i < count; i++) {
                doubles[at + i] = floats[start + i];
            }
        } else if (from instanceof double[] doubles && to instanceof float[] floats) {
            for (int i = 0; i < count; i++) {
                floats[at + i] = (float) doubles[start + i];
            }
        } else {
            System.arraycopy(from, start, to, at, count);
        }
    }
}
