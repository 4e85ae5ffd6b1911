package org.muonframework.data.format.root.tree;

import java.util.Optional;
import org.muonframework.data.format.root.streamer.TypeCode;
import org.muonframework.data.format.root.table.ValueType;

/** The basic types of C++ and ROOT, by name and by code. */
final class BasicTypes {

    private BasicTypes() {}

    /** A basic type by its name in C++ or ROOT. */
    static Optional<Encoding> named(String name) {
        return switch (name) {
            case "bool", "Bool_t" -> plain(ValueType.BOOL);
            case "char", "signed char", "Char_t", "int8_t" -> plain(ValueType.INT8);
            case "unsigned char", "UChar_t", "uint8_t" -> plain(ValueType.UINT8);
            case "short", "Short_t", "int16_t" -> plain(ValueType.INT16);
            case "unsigned short", "UShort_t", "uint16_t" -> plain(ValueType.UINT16);
            case "int", "Int_t", "int32_t" -> plain(ValueType.INT32);
            case "unsigned int", "unsigned", "UInt_t", "uint32_t" -> plain(ValueType.UINT32);
            case "long", "long long", "Long_t", "Long64_t", "int64_t" -> plain(ValueType.INT64);
            case "unsigned long", "unsigned long long", "ULong_t", "ULong64_t", "uint64_t" -> plain(ValueType.UINT64);
            case "float", "Float_t" -> plain(ValueType.FLOAT32);
            case "double", "Double_t" -> plain(ValueType.FLOAT64);
            case "Double32_t" -> Optional.of(Packed.double32(""));
            case "Float16_t" -> Optional.of(Packed.float16(""));
            default -> Optional.empty();
        };
    }

    /**
     * A basic type by its code.
     *
     * @param typeName its name, which tells the sign of a counter
     * @param title comment, which may hold a range
     */
    static Optional<Encoding> coded(int code, String typeName, String title) {
        return switch (code) {
            case TypeCode.CHAR -> plain(ValueType.INT8);
            case TypeCode.UCHAR -> plain(ValueType.UINT8);
            case TypeCode.SHORT -> plain(ValueType.INT16);
            case TypeCode.USHORT -> plain(ValueType.UINT16);
            case TypeCode.INT -> plain(ValueType.INT32);
            case TypeCode.COUNTER -> plain(typeName.startsWith("u") ? ValueType.UINT32 : ValueType.INT32);
            case TypeCode.UINT -> plain(ValueType.UINT32);
            case TypeCode.LONG, TypeCode.LONG64 -> plain(ValueType.INT64);
            case TypeCode.ULONG, TypeCode.ULONG64 -> plain(ValueType.UINT64);
            case TypeCode.FLOAT -> plain(ValueType.FLOAT32);
            case TypeCode.DOUBLE -> plain(ValueType.FLOAT64);
            case TypeCode.BOOL -> plain(ValueType.BOOL);
            case TypeCode.DOUBLE32 -> Optional.of(Packed.double32(title));
            case TypeCode.FLOAT16 -> Optional.of(Packed.float16(title));
            default -> Optional.empty();
        };
    }

    private static Optional<Encoding> plain(ValueType type) {
        return Optional.of(new Plain(type));
    }
}
