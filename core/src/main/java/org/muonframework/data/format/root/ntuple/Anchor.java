package org.muonframework.data.format.root.ntuple;

import org.muonframework.data.format.root.bytes.Bytes;
import org.muonframework.data.format.root.bytes.RootException;
import org.muonframework.data.format.root.file.RootFile;
import org.muonframework.data.format.root.file.RootKey;

/** The object behind the key of an ntuple: where its header and its footer are. */
record Anchor(Envelope.Link header, Envelope.Link footer) {

    static final String CLASS = "ROOT::RNTuple";
    static final String EXPERIMENTAL_CLASS = "ROOT::Experimental::RNTuple";

    private static final int EPOCH = 1;

    /**
     * Reads an anchor; unlike all else of an ntuple it is big-endian.
     *
     * @throws RootException if it is damaged, or of an ntuple that is not read
     */
    static Anchor read(RootFile file, RootKey key) {
        if (key.className().equals(EXPERIMENTAL_CLASS)) {
            throw experimental(file);
        }
        Bytes in = key.object(file.source());
        in.objectHeader();
        int start = in.position();
        int epoch = in.uint16();
        if (epoch == 0) {
            throw experimental(file);
        }
        int sum = in.end() - Long.BYTES;
        if (sum < start || in.at(sum).int64() != XxHash3.of(in.array(), start, sum - start)) {
            throw in.damaged("its check sum is wrong");
        }
        if (epoch != EPOCH) {
            throw new RootException(
                    file.name(), "was written in format " + epoch + " of RNTuple, of which only 1 is read");
        }
        in.seek(start + 4 * Short.BYTES);
        Envelope.Link header = link(in);
        return new Anchor(header, link(in));
    }

    private static Envelope.Link link(Bytes in) {
        Locator place = new Locator(in.int64(), in.int64());
        return new Envelope.Link(place, in.int64());
    }

    private static RootException experimental(RootFile file) {
        return new RootException(
                file.name(),
                "was written in an experimental RNTuple format before version 1.0, which is not read; write it again"
                        + " with ROOT 6.34 or newer");
    }
}
