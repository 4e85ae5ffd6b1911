package org.muonframework.data.format.hdf5;

import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.dataset.DatasetBase;
import io.jhdf.object.datatype.CompoundDataType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Finds the tables of a file; the description of the package says what is one. */
final class HdfCatalog {

    private final HdfSource source;
    private final List<HdfLayout> tables = new ArrayList<>();
    private final Set<Long> visited = new HashSet<>();

    private HdfCatalog(HdfSource source) {
        this.source = source;
    }

    /** All tables of a file, in no particular order. */
    static List<HdfLayout> of(HdfSource source) {
        HdfCatalog catalog = new HdfCatalog(source);
        catalog.visit(source.hdf(), "/");
        return catalog.tables;
    }

    /** Looks through a group; what its own table gives to that of the group above is returned. */
    private Optional<HdfCollection> visit(Group group, String path) {
        List<HdfMember> members = new ArrayList<>();
        Map<Long, List<HdfColumn>> columns = new TreeMap<>();
        List<String> leftOut = new ArrayList<>();
        for (Map.Entry<String, Node> child : new TreeMap<>(group.getChildren()).entrySet()) {
            String childPath = (path.equals("/") ? path : path + "/") + child.getKey();
            Node node = child.getValue();
            if (node.isLink()) {
                leftOut.add(childPath + " (a link)");
            } else if (!visited.add(node.getAddress())) {
                leftOut.add(childPath + " (a second name of something else)");
            } else if (node instanceof Group below) {
                visit(below, childPath)
                        .ifPresent(collection -> columns.computeIfAbsent(collection.rows(), rows -> new ArrayList<>())
                                .addAll(collection.prefixed(child.getKey() + "_")));
            } else if (node instanceof DatasetBase dataset) {
                visit(dataset, child.getKey(), childPath, members);
            }
        }
        Optional<HdfCollection> collection = HdfCollection.find(source, HdfLabels.of(group), members);
        collection.ifPresent(found -> {
            members.removeAll(found.members());
            columns.computeIfAbsent(found.rows(), rows -> new ArrayList<>()).addAll(found.columns());
        });
        HdfMember.addTo(columns, leftOut, members);
        HdfLayout.of(path, columns, leftOut).ifPresent(tables::add);
        return collection;
    }

    private void visit(DatasetBase dataset, String name, String path, List<HdfMember> members) {
        int rank = dataset.getDimensionsAsLong().length;
        if (rank == 1 && dataset.getDataType() instanceof CompoundDataType records) {
            HdfRecords.table(path, dataset.getDimensionsAsLong()[0], records).ifPresent(tables::add);
        } else if (rank > 0) {
            members.add(HdfMember.of(dataset, name, path));
        }
    }
}
