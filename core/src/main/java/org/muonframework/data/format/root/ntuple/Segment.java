package org.muonframework.data.format.root.ntuple;

import org.muonframework.data.format.root.ntuple.PageList.Cluster;

/**
 * Consecutive elements of one cluster; rows are the elements outside of all lists.
 *
 * @param cluster the cluster
 * @param from the first one, counted in the cluster
 * @param to the one after the last
 */
record Segment(Cluster cluster, long from, long to) {}
