package org.muonframework.data.format.hdf5;

import io.jhdf.Constants;
import io.jhdf.ObjectHeader.ObjectHeaderV2;
import io.jhdf.WritableDatasetImpl;
import io.jhdf.api.Attribute;
import io.jhdf.api.WritableGroup;
import io.jhdf.exceptions.HdfWritingException;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.message.AttributeInfoMessage;
import io.jhdf.object.message.AttributeMessage;
import io.jhdf.object.message.DataLayoutMessage.ContiguousDataLayoutMessage;
import io.jhdf.object.message.DataSpace;
import io.jhdf.object.message.DataSpaceMessage;
import io.jhdf.object.message.DataTypeMessage;
import io.jhdf.object.message.FillValueMessage;
import io.jhdf.object.message.Message;
import io.jhdf.storage.HdfFileChannel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A dataset whose values are copied from elsewhere when the file is written; those of jHDF are arrays in memory. */
final class HdfDataset extends WritableDatasetImpl {

    private static final byte[] NO_VALUES = {0};

    private final HdfSpill.Strand values;
    private final DataType type;

    HdfDataset(WritableGroup parent, String name, HdfSpill.Strand values) {
        super(NO_VALUES, name, parent);
        this.values = values;
        this.type = values.encoding().type(values.longest());
    }

    /** The header, and behind it the values; gives the position behind both. */
    @Override
    public long write(HdfFileChannel file, long position) {
        int headerSize = header(position, 0).limit();
        long start = position + headerSize;
        try {
            long[] at = {start};
            values.giveTo(bytes -> {
                while (bytes.hasRemaining()) {
                    at[0] += file.write(bytes, at[0]);
                }
            });
            file.write(header(position, start), position);
            file.position(at[0]);
            return at[0];
        } catch (IOException e) {
            throw new HdfWritingException("cannot copy the values of " + getName(), e);
        }
    }

    private ByteBuffer header(long position, long start) {
        DataSpace space = DataSpace.modifyDimensions(DataSpace.fromObject(NO_VALUES), new long[] {values.size()});
        List<Message> messages = new ArrayList<>();
        messages.add(DataTypeMessage.create(type));
        messages.add(DataSpaceMessage.create(space));
        messages.add(FillValueMessage.NO_FILL);
        messages.add(ContiguousDataLayoutMessage.create(
                values.size() == 0 ? Constants.UNDEFINED_ADDRESS : start, values.size() * type.getSize()));
        messages.add(AttributeInfoMessage.create());
        for (Map.Entry<String, Attribute> attribute : getAttributes().entrySet()) {
            messages.add(AttributeMessage.create(attribute.getKey(), attribute.getValue()));
        }
        return new ObjectHeaderV2(position, messages).toBuffer();
    }
}
