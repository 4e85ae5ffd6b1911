package org.muonframework.data.format.root.streamer;

import java.util.List;

/**
 * The layout of one version of a class ({@code TStreamerInfo}).
 *
 * @param className the class
 * @param version its version
 * @param checksum number made of its members; tells versions apart where they have no number
 * @param elements its bases and members in the order in which they are written
 */
public record StreamerInfo(String className, int version, long checksum, List<StreamerElement> elements) {

    public StreamerInfo {
        elements = List.copyOf(elements);
    }
}
