package org.muonframework.data.format.root.ntuple;

import java.util.List;
import org.muonframework.data.format.root.ntuple.PageList.Cluster;
import org.muonframework.data.format.root.ntuple.PageList.ColumnPages;

/**
 * Where the elements of a field are: in one of several columns, which may be another one in each cluster.
 *
 * @param alternatives the columns, by their representation
 * @param perRow how many elements each row has; 0 if that is not the same for all
 */
record Source(List<ColumnRecord> alternatives, long perRow) {

    Source {
        alternatives = List.copyOf(alternatives);
    }

    /**
     * The elements of a cluster.
     *
     * @param column the column that holds them
     * @param pages where they are stored
     * @param missing how many zeros there are before the stored ones
     */
    record Elements(ColumnRecord column, ColumnPages pages, long missing) {

        long count() {
            return missing + pages.count();
        }
    }

    /**
     * The elements of a cluster.
     *
     * @throws org.muonframework.data.format.root.bytes.RootException if they are not there, or not as many as they should be
     */
    Elements in(Cluster cluster) {
        ColumnRecord column = stored(cluster);
        ColumnPages pages = cluster.pages(column);
        if (perRow > 0 && cluster.rows() > Long.MAX_VALUE / perRow) {
            throw cluster.damaged("it claims " + cluster.rows() + " rows");
        }
        long expected = perRow == 0 ? pages.count() : cluster.rows() * perRow;
        long missing = expected - pages.count();
        if (missing < 0 || (missing > 0 && !column.deferred())) {
            throw cluster.damaged("it should have " + expected + " elements, but has " + pages.count());
        }
        return new Elements(column, pages, missing);
    }

    private ColumnRecord stored(Cluster cluster) {
        for (ColumnRecord column : alternatives) {
            if (cluster.lists(column) && !cluster.pages(column).suppressed()) {
                return column;
            }
        }
        for (ColumnRecord column : alternatives) {
            if (!cluster.lists(column) && column.firstElement() >= 0) {
                return column;
            }
        }
        throw cluster.damaged("none of its columns is stored");
    }
}
