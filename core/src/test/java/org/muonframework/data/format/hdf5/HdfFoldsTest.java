package org.muonframework.data.format.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muonframework.data.format.InputFile;
import org.muonframework.data.format.TableFile;
import org.muonframework.data.format.Tables;
import org.muonframework.data.format.files.FilesDatasetProvider;
import org.muonframework.data.format.files.FilesSettings;
import org.muonframework.spi.Context;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.problem.DataException;

@DisplayName("Folds in the layout of LUMIN")
class HdfFoldsTest {

    private static final String SPARSE = """
            {"present_feats": ["e"], "vecs": ["e"], "missing": [], "shape": [1, 2, 3], "is_sparse": true}""";

    @TempDir
    private Path directory;

    /** Two folds, of three events and of one; event 1 of the first has no hits. */
    private Path folds(BiConsumer<Map<String, Object>, Map<String, Object>> change) {
        Map<String, Object> first = new LinkedHashMap<>(Map.of(
                "inputs", new float[][] {{1, 2}, {3, 4}, {5, 6}},
                "targets", new float[] {10, 20, 30},
                "weights", new float[] {1, 0.5f, 2},
                "matrix_inputs", new float[][] {{7, 8, 9}, {0, 0, 2}, {0, 0, 0}, {0, 1, 1}, {2, 0, 2}}));
        Map<String, Object> second = new LinkedHashMap<>(Map.of(
                "inputs", new float[][] {{-1, -2}},
                "targets", new float[] {40},
                "weights", new float[] {1},
                "matrix_inputs", new float[][] {{0.5f}, {0}, {0}, {0}, {1}}));
        change.accept(first, second);
        return write(
                List.of(first, second),
                Map.of(
                        "cont_feats",
                        "[\"esum\"]",
                        "cat_feats",
                        "[\"layers\"]",
                        "targ_feats",
                        "\"true_energy\"",
                        "matrix_feats",
                        SPARSE));
    }

    private Path write(List<Map<String, Object>> folds, Map<String, String> meta) {
        Path file = directory.resolve("folds.hdf5");
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            for (int i = 0; i < folds.size(); i++) {
                WritableGroup group = hdf.putGroup("fold_" + i);
                folds.get(i).forEach(group::putDataset);
            }
            if (!meta.isEmpty()) {
                WritableGroup group = hdf.putGroup("meta_data");
                meta.forEach(group::putDataset);
            }
        }
        return file;
    }

    private static TableFile open(Path file) {
        return new HdfFormat().open(InputFile.of(file), Tables.OPTIONS);
    }

    @Test
    @DisplayName("are one table with a row an event, named by the file, and sparse matrices as cells with values")
    void sparse() {
        TableFile table = open(folds((first, second) -> {}));

        assertThat(table.rows()).hasValue(4);
        assertThat(table.schema().columns())
                .extracting(ColumnSpec::name, ColumnSpec::type, ColumnSpec::jagged, ColumnSpec::role)
                .map(Object::toString)
                .containsExactly(
                        "(\"fold\", INT, false, SPECTATOR)",
                        "(\"esum\", FLOAT, false, FEATURE)",
                        "(\"layers\", FLOAT, false, FEATURE)",
                        "(\"true_energy\", FLOAT, false, TRUTH)",
                        "(\"weight\", FLOAT, false, WEIGHT)",
                        "(\"cell\", INT, true, FEATURE)",
                        "(\"value\", FLOAT, true, FEATURE)");
        assertThat(Tables.read(table))
                .containsEntry("fold", List.of(0L, 0L, 0L, 1L))
                .containsEntry("esum", List.of(1f, 3f, 5f, -1f))
                .containsEntry("layers", List.of(2f, 4f, 6f, -2f))
                .containsEntry("true_energy", List.of(10f, 20f, 30f, 40f))
                .containsEntry("weight", List.of(1f, 0.5f, 2f, 1f))
                .containsEntry("cell", List.of(List.of(2L, 3L), List.of(), List.of(5L), List.of(1L)))
                .containsEntry("value", List.of(List.of(7f, 8f), List.of(), List.of(9f), List.of(0.5f)));
    }

    @Test
    @DisplayName("keep their roles in a dataset: targets are truth, and the fold is nothing to learn from")
    void roles() {
        FilesSettings settings = new FilesSettings(
                List.of(folds((first, second) -> {}).toString()),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
        Schema schema = new FilesDatasetProvider()
                .create(settings, Context.standalone(1, 1))
                .schema();

        assertThat(schema.withRole(ColumnRole.TRUTH))
                .extracting(ColumnSpec::name)
                .containsExactly("true_energy");
        assertThat(schema.withRole(ColumnRole.SPECTATOR))
                .extracting(ColumnSpec::name)
                .containsExactly("fold");
        assertThat(schema.withRole(ColumnRole.WEIGHT))
                .extracting(ColumnSpec::name)
                .containsExactly("weight");
    }

    @Test
    @DisplayName("give hits in the order of cells, however they lie in the file")
    void order() {
        TableFile table = open(folds((first, second) -> first.put(
                "matrix_inputs",
                new float[][] {{1, 2, 3, 4}, {2, 0, 2, 0}, {0, 0, 0, 0}, {1, 1, 0, 0}, {1, 0, 2, 1}})));

        assertThat(Tables.read(table, "cell"))
                .containsExactly(List.of(1L, 3L), List.of(), List.of(2L, 4L), List.of(1L));
        assertThat(Tables.read(table, "value"))
                .containsExactly(List.of(4f, 2f), List.of(), List.of(3f, 1f), List.of(0.5f));
    }

    @Test
    @DisplayName("without names, with dense matrices and further columns, are read as far as the file tells")
    void dense() {
        Map<String, Object> fold = Map.of(
                "inputs", new double[][] {{1}, {2}},
                "targets", new int[][] {{1, 0}, {0, 1}},
                "matrix_inputs", new float[][][] {{{1, 2}, {3, 4}}, {{5, 6}, {7, 8}}},
                "preds", new float[] {0.25f, 0.75f});
        TableFile table = open(write(List.of(fold), Map.of()));

        assertThat(Tables.read(table))
                .containsEntry("input", List.of(1.0, 2.0))
                .containsEntry("target_0", List.of(1L, 0L))
                .containsEntry("target_1", List.of(0L, 1L))
                .containsEntry("preds", List.of(0.25f, 0.75f))
                .containsEntry("matrix_inputs", List.of(List.of(1f, 2f, 3f, 4f), List.of(5f, 6f, 7f, 8f)));
    }

    @Test
    @DisplayName("can be read one by one, by name")
    void one() {
        TableFile table = new HdfFormat().open(InputFile.of(folds((first, second) -> {})), Tables.OPTIONS.of("fold_0"));

        assertThat(Tables.read(table))
                .containsEntry("targets", List.of(10f, 20f, 30f))
                .doesNotContainKey("fold");
    }

    @Test
    @DisplayName("that differ in layout are refused, with both names and all that differs")
    void layout() {
        Path file = folds((first, second) -> {
            second.put("inputs", new double[][] {{1, 2, 3}});
            second.remove("weights");
        });

        assertThatThrownBy(() -> open(file))
                .isInstanceOf(DataException.class)
                .hasMessage(file + ": fold_0 and fold_1 differ in layout: 'inputs' is events × 2 (floating-point"
                        + " numbers of 4 bytes) in fold_0 and events × 3 (floating-point numbers of 8 bytes) in fold_1;"
                        + " 'weights' is only in fold_0. Only folds of one layout are one table");
    }

    @Test
    @DisplayName("whose lengths do not fit are refused")
    void lengths() {
        assertRefused(
                (first, second) -> second.put("targets", new float[] {1, 2}),
                "fold_1: 'inputs' has 1 rows, but 'targets' has 2");
        assertRefused(
                (first, second) -> {
                    first.put("matrix_inputs", new float[4][3]);
                    second.put("matrix_inputs", new float[4][3]);
                },
                "fold_0: 'matrix_inputs' is [4, 3] where the hits of matrices of shape 1 × 2 × 3 need [5, hits]");
        assertRefused(
                (first, second) -> {
                    first.put("inputs", new float[3][1]);
                    second.put("inputs", new float[1][1]);
                },
                "'inputs' of fold_0 has 1 columns, but 'meta_data' names 2 features");
        assertRefused((first, second) -> second.remove("inputs"), "group 'fold_1' has no 'inputs'");
    }

    @Test
    @DisplayName("with hits outside are refused, with fold and row")
    void outside() {
        assertRefused(
                (first, second) -> second.put("matrix_inputs", new float[][] {{1}, {0}, {0}, {0}, {3}}),
                "fold_1, row 1: 'matrix_inputs': hit 1: coordinate 2 of the matrix 1 × 2 × 3 is 3.0, and whole numbers"
                        + " from 0 to 2 are expected");
        assertRefused(
                (first, second) -> second.put("matrix_inputs", new float[][] {{1}, {1}, {0}, {0}, {0}}),
                "fold_1: 'matrix_inputs': hit 1: the number of its event is 1.0, and whole numbers from 0 to 0");
        assertRefused(
                (first, second) -> second.put("matrix_inputs", new float[][] {{1}, {0}, {0}, {0.5f}, {0}}),
                "coordinate 1 of the matrix 1 × 2 × 3 is 0.5");
        float[][] twice = {{1, 2}, {0, 0}, {0, 0}, {0, 0}, {2, 2}};
        assertRefused(
                (first, second) -> second.put("matrix_inputs", twice),
                "fold_1, row 1: 'matrix_inputs' has cell 2 twice");
    }

    private void assertRefused(BiConsumer<Map<String, Object>, Map<String, Object>> change, String message) {
        Path file = folds(change);
        assertThatThrownBy(() -> Tables.read(open(file)))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageContaining(message);
    }

    @Test
    @DisplayName("compressed by h5py with LZF, as in the public set, hold what h5py wrote (where h5py is installed)")
    void lzf() throws IOException, InterruptedException {
        Path file = H5py.write(directory.resolve("lzf.hdf5"), LZF);
        Map<String, List<Object>> values = Tables.read(open(file));
        List<Object> cells = values.get("cell");
        assertThat(values.keySet()).containsExactlyInAnyOrder("fold", "true_energy", "cell", "value");
        assertThat(cells).hasSize(600);
        for (int row = 0; row < cells.size(); row++) {
            int event = row % 200;
            List<Object> expected = new ArrayList<>();
            List<Object> energies = new ArrayList<>();
            for (long hit = 0; hit < event; hit++) {
                expected.add(hit * 251 + event);
                energies.add(event + hit / 256f);
            }
            assertThat(cells.get(row)).as("cells of row %d", row).isEqualTo(expected);
            assertThat(values.get("value").get(row)).isEqualTo(energies);
            assertThat(values.get("true_energy").get(row)).isEqualTo((float) (1000 * (row / 200) + event));
        }
    }

    private static final String LZF = """
            import json
            with h5py.File(sys.argv[1], 'w') as out:
                for fold in range(3):
                    group = out.create_group(f'fold_{fold}')
                    event = np.repeat(np.arange(200), np.arange(200))
                    hit = np.concatenate([np.arange(n) for n in range(200)])
                    coords = np.unravel_index(hit * 251 + event, (1, 50, 32, 32))
                    for name, data in {
                        'inputs': np.empty((200, 0)),
                        'targets': 1000 * fold + np.arange(200),
                        'matrix_inputs': np.vstack((event + hit / 256, event, *coords)),
                    }.items():
                        group.create_dataset(name, data=data.astype('float32'), compression='lzf')
                meta = out.create_group('meta_data')
                shape = {'shape': [1, 50, 32, 32], 'is_sparse': True}
                for name, value in {'cont_feats': [], 'cat_feats': [], 'targ_feats': 'true_energy',
                                    'matrix_feats': shape}.items():
                    meta.create_dataset(name, data=json.dumps(value))
            """;
}
