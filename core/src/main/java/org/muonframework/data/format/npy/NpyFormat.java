package org.muonframework.data.format.npy;

import java.util.List;
import org.muonframework.data.format.FileStart;
import org.muonframework.data.format.InputFile;
import org.muonframework.data.format.ReadOptions;
import org.muonframework.data.format.TableFile;
import org.muonframework.data.format.TableFormat;

/**
 * NumPy's arrays and archives of arrays.
 *
 * <p>In a {@code .npy} file, an array of one dimension is the column {@code value}, whatever the file is called, so that
 * several files make one dataset; the columns of an array of two dimensions are {@code c0}, {@code c1}, …; fields of
 * records keep their names. In a {@code .npz} file, an array {@code x} is the column {@code x}, or {@code x_0}, {@code
 * x_1}, …; where lengths differ, the one that most columns have is taken, and the log names the others. Arrays of Python
 * objects are refused: reading them means to run what is in the file.
 */
public final class NpyFormat implements TableFormat {

    private static final String ZIP = "PK\u0003\u0004";

    @Override
    public String name() {
        return "NumPy";
    }

    @Override
    public List<String> endings() {
        return List.of(NpySource.ENDING, ".npz");
    }

    /** An archive is one of arrays if its first file is an array: its name stands at the start. */
    @Override
    public boolean recognises(FileStart start) {
        return start.is(NpyHeader.MAGIC) || (start.is(ZIP) && start.contains(NpySource.ENDING));
    }

    @Override
    public TableFile open(InputFile file, ReadOptions options) {
        return NpyTable.open(file, options);
    }
}
