package org.muonframework.data.format.root.ntuple;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.muonframework.data.format.root.bytes.ByteSource;
import org.muonframework.data.format.root.bytes.RootException;
import org.muonframework.data.format.root.ntuple.Description.ClusterGroup;
import org.muonframework.data.format.root.ntuple.LittleEndian.ListFrame;

/** Where the pages of a group of clusters are; of the columns asked for only. */
final class PageList {

    private static final int SUMMARY_BYTES = 3 * Long.BYTES;
    private static final int LIST_BYTES = Long.BYTES + Integer.BYTES;
    private static final int FLAGS = 56;
    private static final long SHARDED = 1;

    private final Description description;
    private final BitSet wanted;

    /**
     * @param wanted numbers of the columns asked for
     */
    PageList(Description description, BitSet wanted) {
        this.description = description;
        this.wanted = wanted;
    }

    /**
     * Some bytes of a column.
     *
     * @param place where they are
     * @param elements number of elements in them
     * @param summed whether a check sum follows them
     */
    record Page(Locator place, int elements, boolean summed) {

        private static final int BYTES = 2 * Integer.BYTES + Long.BYTES;

        /**
         * No codec stores so many bytes in one: of those of ROOT, Zstandard packs best, with four bytes for 128 KiB of one
         * value.
         */
        private static final int BEST_RATIO = 1 << 15;

        private static Page read(LittleEndian in, ColumnRecord column) {
            int number = in.int32();
            Page page = new Page(Locator.read(in), Math.abs(number), number < 0);
            long bytes = column.pageBytes(page.elements);
            if (page.elements < 0
                    || bytes > Integer.MAX_VALUE
                    || page.place.bytes() > Integer.MAX_VALUE - Long.BYTES
                    || bytes > page.place.bytes() * BEST_RATIO) {
                throw in.damaged("a page claims " + Integer.toUnsignedLong(page.elements) + " elements in "
                        + page.place.bytes() + " bytes");
            }
            return page;
        }
    }

    /**
     * The pages of a column in a cluster.
     *
     * @param pages one after the other
     * @param ends number of elements up to the end of each
     * @param suppressed whether another column stores the field in this cluster
     */
    record ColumnPages(List<Page> pages, long[] ends, boolean suppressed) {

        private static final ColumnPages NONE = new ColumnPages(List.of(), new long[0], false);

        private static ColumnPages read(ListFrame list, ColumnRecord column) {
            List<Page> pages = new ArrayList<>(list.count());
            long[] ends = new long[list.count()];
            long count = 0;
            for (int i = 0; i < list.count(); i++) {
                Page page = Page.read(list.items(), column);
                pages.add(page);
                count += page.elements();
                ends[i] = count;
            }
            return new ColumnPages(pages, ends, list.items().int64() < 0);
        }

        /** Number of elements. */
        long count() {
            return ends.length == 0 ? 0 : ends[ends.length - 1];
        }
    }

    /**
     * Consecutive rows whose elements are stored together.
     *
     * @param number its number in the ntuple
     * @param firstRow its first row
     * @param rows number of its rows
     * @param columns how many columns it has pages of
     * @param wanted the pages of those asked for, by their number
     * @param file the file, for messages
     */
    record Cluster(long number, long firstRow, long rows, int columns, Map<Integer, ColumnPages> wanted, String file) {

        /** Whether it was written when there was such a column. */
        boolean lists(ColumnRecord column) {
            return column.id() < columns;
        }

        /** The pages of a column. */
        ColumnPages pages(ColumnRecord column) {
            return wanted.getOrDefault(column.id(), ColumnPages.NONE);
        }

        /** An exception that says that this cluster is damaged. */
        RootException damaged(String why) {
            return new RootException(file, "cluster " + number + " is damaged: " + why);
        }
    }

    /**
     * Reads the list of a group.
     *
     * @param firstCluster number of its first cluster
     * @throws RootException if it is damaged
     */
    List<Cluster> read(ByteSource source, ClusterGroup group, long firstCluster) {
        LittleEndian in =
                Envelope.read(source, Envelope.Kind.PAGE_LIST, group.pages()).content();
        if (in.int64() != description.checksum()) {
            throw in.damaged("it belongs to another header");
        }
        ListFrame summaries = in.list(SUMMARY_BYTES);
        ListFrame clusters = in.list(LIST_BYTES);
        if (summaries.count() != group.clusters() || clusters.count() != group.clusters()) {
            throw in.damaged("it lists " + clusters.count() + " clusters where the footer tells " + group.clusters());
        }
        List<Cluster> all = new ArrayList<>(clusters.count());
        long row = group.firstRow();
        for (int i = 0; i < clusters.count(); i++) {
            LittleEndian summary = summaries.items().record();
            long firstRow = summary.int64();
            long rowsAndFlags = summary.int64();
            long rows = rowsAndFlags & (1L << FLAGS) - 1;
            if ((rowsAndFlags >>> FLAGS & SHARDED) != 0) {
                throw new RootException(source.name(), "has sharded clusters, which are not read");
            }
            if (firstRow != row || rows > group.firstRow() + group.rows() - row) {
                throw in.damaged("cluster " + (firstCluster + i) + " does not follow the one before");
            }
            row += rows;
            ListFrame columns = clusters.items().list(LIST_BYTES);
            Map<Integer, ColumnPages> pages = pages(columns);
            all.add(new Cluster(firstCluster + i, firstRow, rows, columns.count(), pages, source.name()));
        }
        if (row != group.firstRow() + group.rows()) {
            throw in.damaged(
                    "its clusters have " + (row - group.firstRow()) + " rows where the footer tells " + group.rows());
        }
        return all;
    }

    private Map<Integer, ColumnPages> pages(ListFrame columns) {
        Map<Integer, ColumnPages> pages = new HashMap<>();
        for (int id = 0; id < columns.count(); id++) {
            ListFrame list = columns.items().list(Page.BYTES);
            if (wanted.get(id)) {
                pages.put(
                        id,
                        ColumnPages.read(list, description.schema().columns().get(id)));
            }
        }
        return pages;
    }
}
