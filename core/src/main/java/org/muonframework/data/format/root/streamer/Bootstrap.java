package org.muonframework.data.format.root.streamer;

import static org.muonframework.data.format.root.streamer.StreamerElement.base;
import static org.muonframework.data.format.root.streamer.StreamerElement.member;

import java.util.List;

/** The layouts of the classes that describe layouts, and of what they are made of; no file has to describe them. */
final class Bootstrap {

    private static final int DIMENSIONS = 5;

    static final List<StreamerInfo> INFOS = List.of(
            info("TNamed", base("TObject"), text("fName"), text("fTitle")),
            info(
                    "TStreamerInfo",
                    base("TNamed"),
                    member("fCheckSum", TypeCode.UINT, 0, "unsigned int"),
                    integer("fClassVersion"),
                    member("fElements", TypeCode.OBJECT_POINTER, 0, "TObjArray*")),
            info(
                    "TStreamerElement",
                    base("TNamed"),
                    integer("fType"),
                    integer("fSize"),
                    integer("fArrayLength"),
                    integer("fArrayDim"),
                    member("fMaxIndex", TypeCode.ARRAY + TypeCode.INT, DIMENSIONS, "int"),
                    text("fTypeName")),
            info("TStreamerBase", base("TStreamerElement")),
            info("TStreamerBasicType", base("TStreamerElement")),
            counted("TStreamerBasicPointer"),
            counted("TStreamerLoop"),
            info("TStreamerObject", base("TStreamerElement")),
            info("TStreamerObjectAny", base("TStreamerElement")),
            info("TStreamerObjectPointer", base("TStreamerElement")),
            info("TStreamerObjectAnyPointer", base("TStreamerElement")),
            info("TStreamerString", base("TStreamerElement")),
            info("TStreamerSTL", base("TStreamerElement"), integer("fSTLtype"), integer("fCtype")),
            info("TStreamerSTLstring", base("TStreamerSTL")),
            info("TStreamerArtificial", base("TStreamerElement")));

    private Bootstrap() {}

    private static StreamerInfo counted(String className) {
        return info(
                className, base("TStreamerElement"), integer("fCountVersion"), text("fCountName"), text("fCountClass"));
    }

    private static StreamerElement integer(String name) {
        return member(name, TypeCode.INT, 0, "int");
    }

    private static StreamerElement text(String name) {
        return member(name, TypeCode.TSTRING, 0, "TString");
    }

    private static StreamerInfo info(String className, StreamerElement... elements) {
        return new StreamerInfo(className, ObjectReader.ANY_VERSION, 0, List.of(elements));
    }
}
