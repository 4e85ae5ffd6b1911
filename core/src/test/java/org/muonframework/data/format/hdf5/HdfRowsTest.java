package org.muonframework.data.format.hdf5;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muonframework.data.format.InputFile;

@DisplayName("Rows of a dataset")
class HdfRowsTest {

    @TempDir
    private Path directory;

    @Test
    @DisplayName("may be more than an int counts (where h5py is installed)")
    void many() throws IOException, InterruptedException {
        Path file = H5py.write(directory.resolve("many.h5"), """
                with h5py.File(sys.argv[1], 'w') as out:
                    rows = 2 ** 31 + 2
                    data = out.create_dataset('x', shape=(rows,), chunks=(2 ** 20,), dtype='i1', compression='gzip')
                    data[rows - 4:] = [1, 2, 3, 4]
                    out.create_dataset('noise', data=np.random.default_rng(1).integers(0, 255, 2_500_000, dtype='u1'))
                """);

        try (HdfSource source = HdfSource.open(InputFile.of(file))) {
            HdfRows rows = new HdfRows(source, "/x");
            assertThat(rows.rows()).isEqualTo((1L << 31) + 2);
            byte[] last = new byte[4];
            ByteBuffer read = rows.read(rows.rows() - 4, 4);
            read.get(last);
            assertThat(last).containsExactly(1, 2, 3, 4);
        }
    }
}
