package org.muonframework.data.format.hdf5;

import io.jhdf.object.datatype.EnumDataType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The type that h5py gives to truth values: an enumeration of FALSE = 0 and TRUE = 1 in a signed byte (HDF5 file format
 * specification 3.0, section IV.A.2.d, class 8, version 1). jHDF reads enumerations but does not write them.
 */
final class HdfTruth extends EnumDataType {

    private final ByteBuffer encoded;

    private HdfTruth(ByteBuffer encoded) {
        super(encoded.duplicate().order(ByteOrder.LITTLE_ENDIAN));
        this.encoded = encoded;
    }

    static HdfTruth create() {
        ByteBuffer bytes = ByteBuffer.allocate(38).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(0x0218).putInt(1); // an enumeration, version 1, of 2 names; 1 byte
        bytes.putInt(0x0810).putInt(1).putShort((short) 0).putShort((short) Byte.SIZE); // of signed integers; 1 byte
        bytes.put("FALSE\0\0\0TRUE\0\0\0\0".getBytes(StandardCharsets.US_ASCII));
        bytes.put((byte) 0).put((byte) 1);
        return new HdfTruth(bytes.flip());
    }

    @Override
    public ByteBuffer toBuffer() {
        return encoded.duplicate();
    }
}
