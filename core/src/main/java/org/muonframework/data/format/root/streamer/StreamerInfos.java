package org.muonframework.data.format.root.streamer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muonframework.data.format.root.bytes.Bytes;
import org.muonframework.data.format.root.file.RootFile;

/** The layouts of all classes that a file describes. */
public final class StreamerInfos {

    private final Map<String, List<StreamerInfo>> byClass = new LinkedHashMap<>();

    private StreamerInfos(List<StreamerInfo> infos) {
        for (StreamerInfo info : infos) {
            byClass.computeIfAbsent(info.className(), name -> new ArrayList<>()).add(info);
        }
    }

    /**
     * Reads what a file says about its classes; empty if it says nothing.
     *
     * @throws org.muonframework.data.format.root.bytes.RootException if it is damaged
     */
    public static StreamerInfos read(RootFile file) {
        Optional<Bytes> record = file.streamerInfo();
        List<StreamerInfo> infos = new ArrayList<>(Bootstrap.INFOS);
        if (record.isPresent()) {
            ObjectReader reader = new ObjectReader(record.get(), new StreamerInfos(Bootstrap.INFOS), Map.of());
            for (RootObject object : reader.read("TList").objects(ObjectReader.ITEMS)) {
                if (object.className().equals("TStreamerInfo")) {
                    infos.add(info(object));
                }
            }
        }
        return new StreamerInfos(infos);
    }

    /** The layout of a version of a class. */
    public Optional<StreamerInfo> find(String className, int version) {
        return all(className).stream().filter(info -> info.version() == version).findFirst();
    }

    /** The layout of a class by the number made of its members. */
    public Optional<StreamerInfo> findByChecksum(String className, long checksum) {
        return all(className).stream()
                .filter(info -> info.checksum() == checksum)
                .findFirst();
    }

    /** All layouts of a class, in the order of the file. */
    public List<StreamerInfo> all(String className) {
        return byClass.getOrDefault(className, List.of());
    }

    private static StreamerInfo info(RootObject object) {
        List<StreamerElement> elements = new ArrayList<>();
        for (RootObject element : object.object("fElements")
                .map(array -> array.objects(ObjectReader.ITEMS))
                .orElse(List.of())) {
            boolean standard = element.className().startsWith("TStreamerSTL"); // whose code is an older one
            elements.add(new StreamerElement(
                    element.className().equals("TStreamerBase"),
                    element.text("fName"),
                    element.text("fTitle"),
                    standard ? TypeCode.STL : (int) element.integer("fType"),
                    (int) element.integer("fArrayLength"),
                    element.text("fTypeName"),
                    element.text("fCountName")));
        }
        return new StreamerInfo(
                object.text("fName"),
                (int) object.integer("fClassVersion"),
                Integer.toUnsignedLong((int) object.integer("fCheckSum")),
                elements);
    }
}
