package org.muonframework.data.format.root.ntuple;

import java.util.ArrayList;
import java.util.List;
import org.muonframework.data.format.root.bytes.ByteSource;
import org.muonframework.data.format.root.bytes.RootException;

/**
 * What header and footer say about an ntuple.
 *
 * @param schema its fields and columns
 * @param groups its rows, one group after the other
 * @param checksum the header's, which all parts repeat
 * @param rows number of rows
 */
record Description(Schema schema, List<ClusterGroup> groups, long checksum, long rows) {

    /**
     * Some consecutive clusters.
     *
     * @param firstRow their first row
     * @param rows their rows
     * @param clusters how many they are
     * @param pages where their pages are listed
     */
    record ClusterGroup(long firstRow, long rows, long clusters, Envelope.Link pages) {

        private static final int BYTES = 5 * Long.BYTES + 2 * Integer.BYTES;

        private static ClusterGroup read(LittleEndian in) {
            long firstRow = in.count();
            long rows = in.count();
            return new ClusterGroup(firstRow, rows, in.uint32(), Envelope.Link.read(in));
        }
    }

    Description {
        groups = List.copyOf(groups);
    }

    /**
     * Reads header and footer.
     *
     * @throws RootException if they are damaged, or ask for what is not known here
     */
    static Description read(ByteSource source, Anchor anchor) {
        Envelope header = Envelope.read(source, Envelope.Kind.HEADER, anchor.header());
        LittleEndian in = header.content();
        refuseFeatures(in);
        in.string(); // name
        in.string(); // description
        in.string(); // program that wrote it
        Schema schema = Schema.empty().and(in);

        LittleEndian footer =
                Envelope.read(source, Envelope.Kind.FOOTER, anchor.footer()).content();
        refuseFeatures(footer);
        if (footer.int64() != header.checksum()) {
            throw footer.damaged("it belongs to another header");
        }
        LittleEndian extension = footer.record();
        if (extension.remaining() > 0) {
            schema = schema.and(extension);
        }
        List<ClusterGroup> groups = new ArrayList<>();
        LittleEndian.ListFrame list = footer.list(ClusterGroup.BYTES);
        long rows = 0;
        for (int i = 0; i < list.count(); i++) {
            ClusterGroup group = ClusterGroup.read(list.items().record());
            if (group.firstRow() != rows || group.rows() > Long.MAX_VALUE - rows) {
                throw footer.damaged("cluster group " + i + " does not follow the one before");
            }
            rows += group.rows();
            groups.add(group);
        }
        return new Description(schema, groups, header.checksum(), rows);
    }

    private static void refuseFeatures(LittleEndian in) {
        long flags;
        do {
            flags = in.int64();
            if ((flags & Long.MAX_VALUE) != 0) {
                throw new RootException(
                        in.file(),
                        "needs a feature of a newer RNTuple format that is not known here (flag "
                                + Long.numberOfTrailingZeros(flags) + ")");
            }
        } while (flags < 0);
    }
}
