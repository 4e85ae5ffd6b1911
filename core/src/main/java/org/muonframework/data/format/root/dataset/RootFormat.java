package org.muonframework.data.format.root.dataset;

import java.util.List;
import org.muonframework.data.format.FileStart;
import org.muonframework.data.format.InputFile;
import org.muonframework.data.format.ReadOptions;
import org.muonframework.data.format.TableFile;
import org.muonframework.data.format.TableFormat;

/** Trees ({@code TTree}, {@code TNtuple}) and ntuples ({@code RNTuple}) in ROOT files. */
public final class RootFormat implements TableFormat {

    @Override
    public String name() {
        return "ROOT";
    }

    @Override
    public List<String> endings() {
        return List.of(".root");
    }

    @Override
    public boolean recognises(FileStart start) {
        // The version that follows is less than 2^24; a text may start with the same letters.
        return start.is("root\0");
    }

    @Override
    public boolean namesTables() {
        return true;
    }

    @Override
    public TableFile open(InputFile file, ReadOptions options) {
        return RootTableFile.open(file, options);
    }
}
