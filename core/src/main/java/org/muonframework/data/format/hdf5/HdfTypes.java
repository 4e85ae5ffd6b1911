package org.muonframework.data.format.hdf5;

import io.jhdf.object.datatype.ArrayDataType;
import io.jhdf.object.datatype.BitField;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.EnumDataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import io.jhdf.object.datatype.StringData;
import io.jhdf.object.datatype.VariableLength;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.muonframework.data.format.binary.Cell;
import org.muonframework.data.format.binary.Element;
import org.muonframework.data.format.binary.TextElement;
import org.muonframework.data.format.binary.TextElement.Padding;

/** Which types of HDF5 can be read, and as what. */
final class HdfTypes {

    /** The classes of types by number (HDF5 file format specification 3.0, section IV.A.2.d). */
    private static final List<String> CLASSES = List.of(
            "integers",
            "floating-point numbers",
            "times",
            "texts",
            "bit fields",
            "opaque bytes",
            "records",
            "references",
            "enumerations",
            "lists",
            "arrays");

    private HdfTypes() {}

    /** How values of a type are read, if they can be. */
    static Optional<HdfValues> values(DataType type) {
        if (type instanceof VariableLength list) {
            return list.isVariableLengthString()
                    ? Optional.of(new HdfVariableValues(Optional.empty(), 0))
                    : element(list.getParent()).map(element -> new HdfVariableValues(Optional.of(element), 0));
        }
        if (type instanceof ArrayDataType array && array.getArrayTypeDimensions().length == 1) {
            return lists(array.getBaseType(), array.getArrayTypeDimensions()[0]);
        }
        return element(type).map(element -> new HdfValues.Fixed(Cell.of(element)));
    }

    /** The same for rows that each hold so many values. */
    static Optional<HdfValues> lists(DataType type, int count) {
        return element(type).map(element -> new HdfValues.Fixed(Cell.listOf(element, count)));
    }

    /** What a type is called in a message. */
    static String describe(DataType type) {
        int number = type.getDataClass();
        return (number < CLASSES.size() ? CLASSES.get(number) : "type " + number) + " of " + type.getSize() + " bytes";
    }

    private static Optional<Element> element(DataType type) {
        int size = type.getSize();
        if (type instanceof FixedPoint number) {
            return isWhole(size, number.getBitOffset(), number.getBitPrecision())
                    ? Optional.of(
                            number.isSigned()
                                    ? Element.signed(size, number.getByteOrder())
                                    : Element.unsigned(size, number.getByteOrder()))
                    : Optional.empty();
        }
        if (type instanceof FloatingPoint number) {
            return isIeee(number) ? Optional.of(Element.floating(size, number.getByteOrder())) : Optional.empty();
        }
        if (type instanceof BitField bits) {
            return isWhole(size, bits.getBitOffset(), bits.getBitPrecision())
                    ? Optional.of(Element.unsigned(size, bits.getByteOrder()))
                    : Optional.empty();
        }
        if (type instanceof EnumDataType names) {
            return isTruth(names) ? Optional.of(Element.truth()) : element(names.getBaseType());
        }
        if (type instanceof StringData text && size > 0) {
            return Optional.of(TextElement.utf8(
                    size,
                    switch (text.getPaddingType()) {
                        case NULL_TERMINATED -> Padding.ZERO_TERMINATED;
                        case NULL_PADDED -> Padding.ZEROS;
                        case SPACE_PADDED -> Padding.BLANKS;
                    }));
        }
        return Optional.empty();
    }

    private static boolean isWhole(int size, int bitOffset, int bits) {
        return (size == 1 || size == 2 || size == 4 || size == 8) && bitOffset == 0 && bits == Byte.SIZE * size;
    }

    /** Whether all bits are where IEEE 754 has them; there are others, such as bfloat16. */
    private static boolean isIeee(FloatingPoint number) {
        int fraction =
                switch (number.getSize()) {
                    case 2 -> 10;
                    case 4 -> 23;
                    case 8 -> 52;
                    default -> 0;
                };
        int bits = Byte.SIZE * number.getSize();
        return fraction > 0
                && number.getBitOffset() == 0
                && number.getBitPrecision() == bits
                && number.getMantissaLocation() == 0
                && number.getMantissaSize() == fraction
                && number.getExponentLocation() == fraction
                && number.getExponentSize() == bits - 1 - fraction
                && number.getExponentBias() == (1 << (bits - 2 - fraction)) - 1;
    }

    /** Whether an enumeration is what h5py makes of truth values: FALSE is 0 and TRUE is 1, in one byte. */
    private static boolean isTruth(EnumDataType type) {
        Map<Integer, String> names = type.getEnumMapping();
        return type.getSize() == 1
                && names.size() == 2
                && names.getOrDefault(0, "").toUpperCase(Locale.ROOT).equals("FALSE")
                && names.getOrDefault(1, "").toUpperCase(Locale.ROOT).equals("TRUE");
    }
}
