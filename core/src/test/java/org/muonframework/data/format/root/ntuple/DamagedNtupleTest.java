package org.muonframework.data.format.root.ntuple;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muonframework.data.format.root.ntuple.NtupleBuilder.page32;
import static org.muonframework.data.format.root.ntuple.NtupleBuilder.page8;
import static org.muonframework.data.format.root.ntuple.NtupleBuilder.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muonframework.data.format.Tables;
import org.muonframework.data.format.root.bytes.RootException;
import org.muonframework.data.format.root.file.RootFile;
import org.muonframework.data.format.root.file.RootKey;
import org.muonframework.data.format.root.ntuple.FieldRecord.Role;
import org.muonframework.data.format.root.table.RootColumn;

/** Whatever happens to the bytes of a file: the values are right or a {@link RootException} tells that they are not. */
@Timeout(60)
class DamagedNtupleTest {

    private static final int VARIANTS = 100;
    private static final long MOST_ROWS = 50;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"test_int_float_rntuple_v1-0-0-0", "test_stl_containers_rntuple_v1-0-0-0"})
    void changedBytesAreFoundOrDoNotMatter(String name) throws IOException {
        Path real = Tables.real("root-rntuple/" + name + ".root");
        byte[] whole = Files.readAllBytes(real);
        Map<String, List<Object>> expected = Ntuples.read(real);
        Random random = new Random(1);
        int refused = 0;
        for (int i = 0; i < VARIANTS; i++) {
            byte[] changed = whole.clone();
            for (int k = random.nextInt(3); k >= 0; k--) {
                changed[random.nextInt(changed.length)] ^= (byte) (1 + random.nextInt(255));
            }
            Optional<Map<String, List<Object>>> values = read(changed);
            if (values.isEmpty()) {
                refused++;
            } else {
                assertThat(values).contains(expected);
            }
        }
        assertThat(refused).isBetween(VARIANTS / 4, VARIANTS - 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"test_int_float_rntuple_v1-0-0-0", "test_stl_containers_rntuple_v1-0-0-0"})
    void cutFilesAreRefused(String name) throws IOException {
        byte[] whole = Files.readAllBytes(Tables.real("root-rntuple/" + name + ".root"));
        for (int length = 0; length < whole.length; length += 13) {
            assertThat(read(Arrays.copyOf(whole, length))).isEmpty();
        }
    }

    /** Descriptions that are wrong although their check sums are right. */
    @ParameterizedTest
    @EnumSource(Envelope.Kind.class)
    void wrongDescriptionsDoNoHarm(Envelope.Kind kind) throws IOException {
        Random random = new Random(2);
        int refused = 0;
        for (int i = 0; i < 2 * VARIANTS; i++) {
            Path path = directory.resolve("wrong.root");
            everything()
                    .damage((which, content) -> which == kind ? changed(content, random) : content)
                    .write(path);
            refused += read(Files.readAllBytes(path)).isEmpty() ? 1 : 0;
        }
        assertThat(refused).isPositive();
    }

    @Test
    void withoutDamageEverythingIsRead() {
        assertThat(Ntuples.read(everything().write(directory.resolve("right.root"))))
                .hasSize(6)
                .containsEntry("text", List.of("", "ab", "c"));
    }

    private static byte[] changed(byte[] content, Random random) {
        byte[] changed = content.clone();
        int at = random.nextInt(changed.length);
        if (random.nextInt(4) == 0) {
            return Arrays.copyOf(changed, at);
        }
        byte[] bad = {0, 1, -1, Byte.MAX_VALUE, Byte.MIN_VALUE, (byte) random.nextInt(256)};
        changed[at] = bad[random.nextInt(bad.length)];
        return changed;
    }

    private static NtupleBuilder everything() {
        NtupleBuilder ntuple = new NtupleBuilder();
        int lists = ntuple.top(Role.COLLECTION, "lists", "std::vector<std::array<std::uint8_t,2>>");
        int index = ntuple.column(lists, ColumnType.INDEX32, 32);
        int array = ntuple.array(lists, "_0", "std::array<std::uint8_t,2>", 2);
        ntuple.column(ntuple.field(array, Role.LEAF, "_0", "std::uint8_t"), ColumnType.UINT8, 8);
        int text = ntuple.top(Role.LEAF, "text", "std::string");
        ntuple.column(text, ColumnType.INDEX32, 32);
        ntuple.column(text, ColumnType.CHAR, 8);
        int record = ntuple.top(Role.RECORD, "record", "Record");
        ntuple.column(ntuple.field(record, Role.LEAF, "x", "std::uint8_t"), ColumnType.UINT8, 8);
        ntuple.quantised(ntuple.field(record, Role.LEAF, "q", "double"), 8, -1, 1);
        int length = ntuple.projected(-1, Role.LEAF, "n", "ROOT::RNTupleCardinality<std::uint32_t>", lists);
        ntuple.alias(index, length).extension();
        ntuple.deferred(ntuple.top(Role.LEAF, "late", "std::uint8_t"), ColumnType.UINT8, 8, 0, 2);
        return ntuple.cluster(
                3,
                pages(page32(1, 2, 4)),
                pages(page8(1, 2, 3), page8(4, 5, 6, 7, 8)),
                pages(page32(0, 2, 3)),
                pages(page8('a', 'b', 'c')),
                pages(page8(9, 8, 7)),
                pages(page8(0, 128, 255)),
                pages(page8(5)));
    }

    /** The values, or empty if the file is refused as it should be. */
    private Optional<Map<String, List<Object>>> read(byte[] bytes) throws IOException {
        Path path = directory.resolve("damaged.root");
        Files.write(path, bytes);
        try (RootFile file = RootFile.open(path)) {
            Optional<Map.Entry<String, RootKey>> entry = file.objects().entrySet().stream()
                    .filter(object -> NtupleTable.isNtuple(object.getValue()))
                    .findFirst();
            if (entry.isEmpty()) {
                return Optional.empty();
            }
            NtupleTable table =
                    NtupleTable.open(file, entry.get().getKey(), entry.get().getValue());
            List<String> names = table.columns().stream().map(RootColumn::name).toList();
            return Optional.of(Ntuples.read(table.open(names, 0, Math.min(table.rows(), MOST_ROWS), 1000, 1)));
        } catch (RootException e) {
            assertThat(e).message().contains("damaged.root").hasSizeLessThan(1000);
            return Optional.empty();
        }
    }
}
