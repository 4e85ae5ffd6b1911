package org.muonframework.data.format.root.ntuple;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.muonframework.data.format.root.bytes.ByteSource;
import org.muonframework.data.format.root.ntuple.Description.ClusterGroup;
import org.muonframework.data.format.root.ntuple.PageList.Cluster;

/** Finds the clusters of rows that are asked for from first to last; keeps the pages of one group of clusters. */
final class ClusterRows {

    private final Description description;
    private final ByteSource file;
    private final PageList pages;
    private List<Cluster> clusters = List.of();
    private int nextCluster;
    private int nextGroup;
    private long clustersBefore;

    /**
     * @param columns numbers of the columns whose pages are wanted
     */
    ClusterRows(Description description, ByteSource file, BitSet columns) {
        this.description = description;
        this.file = file;
        pages = new PageList(description, columns);
    }

    /** The cluster of a row of the ntuple that is not before those asked for already. */
    Cluster cluster(long row) {
        while (true) {
            for (; nextCluster < clusters.size(); nextCluster++) {
                Cluster cluster = clusters.get(nextCluster);
                if (row < cluster.firstRow() + cluster.rows()) {
                    return cluster;
                }
            }
            ClusterGroup group = description.groups().get(nextGroup++);
            nextCluster = 0;
            clusters = row < group.firstRow() + group.rows() ? pages.read(file, group, clustersBefore) : List.of();
            clustersBefore += group.clusters();
        }
    }

    /** Consecutive rows, each cluster's together. */
    Segment[] segments(long firstRow, long lastRow) {
        List<Segment> segments = new ArrayList<>();
        for (long row = firstRow; row < lastRow; ) {
            Cluster cluster = cluster(row);
            long from = row - cluster.firstRow();
            long to = Math.min(cluster.rows(), lastRow - cluster.firstRow());
            segments.add(new Segment(cluster, from, to));
            row = cluster.firstRow() + to;
        }
        return segments.toArray(Segment[]::new);
    }
}
