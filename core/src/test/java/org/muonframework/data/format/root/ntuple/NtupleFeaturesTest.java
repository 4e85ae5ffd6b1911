package org.muonframework.data.format.root.ntuple;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muonframework.data.format.root.ntuple.NtupleBuilder.page;
import static org.muonframework.data.format.root.ntuple.NtupleBuilder.page32;
import static org.muonframework.data.format.root.ntuple.NtupleBuilder.page8;
import static org.muonframework.data.format.root.ntuple.NtupleBuilder.pages;
import static org.muonframework.data.format.root.ntuple.NtupleBuilder.suppressed;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muonframework.data.format.root.bytes.RootException;
import org.muonframework.data.format.root.file.RootFile;
import org.muonframework.data.format.root.ntuple.FieldRecord.Role;
import org.muonframework.data.format.root.table.RootColumn;
import org.muonframework.data.format.root.table.ValueType;

/** What the format allows beyond what the files of the collection have. */
class NtupleFeaturesTest {

    private final NtupleBuilder ntuple = new NtupleBuilder();
    private Path path;

    @BeforeEach
    void choosePath(@TempDir Path directory) {
        path = directory.resolve("events.root");
    }

    @Test
    void aFieldMayBeStoredInAnotherColumnInEachCluster() {
        int field = ntuple.top(Role.LEAF, "x", "double");
        ntuple.column(field, ColumnType.REAL64, 64);
        ntuple.alternative(field, ColumnType.REAL32, 32, 1);
        byte[] precise = page(2, new LittleOutput().float64(0.1).float64(0.2));
        ntuple.cluster(2, pages(precise), suppressed());
        ntuple.cluster(1, suppressed(), pages(page32(Float.floatToIntBits(1.5f))));

        assertThat(read().get("x")).containsExactly(0.1, 0.2, 1.5);
    }

    @Test
    void fieldsAddedWhileWritingAreZeroBefore() {
        ntuple.column(ntuple.top(Role.LEAF, "early", "std::uint8_t"), ColumnType.UINT8, 8);
        ntuple.cluster(2, pages(page8(1, 2)));
        ntuple.extension();
        ntuple.deferred(ntuple.top(Role.LEAF, "late", "std::uint8_t"), ColumnType.UINT8, 8, 0, 3);
        int lists = ntuple.top(Role.COLLECTION, "lists", "std::vector<std::uint8_t>");
        ntuple.deferred(lists, ColumnType.INDEX32, 32, 0, 3);
        ntuple.column(ntuple.field(lists, Role.LEAF, "_0", "std::uint8_t"), ColumnType.UINT8, 8);
        ntuple.cluster(3, pages(page8(3, 4, 5)), pages(page8(40, 50)), pages(page32(1, 3)), pages(page8(7, 8, 9)));

        Map<String, List<Object>> columns = read();
        assertThat(columns.get("early")).isEqualTo(bytes(1, 2, 3, 4, 5));
        assertThat(columns.get("late")).isEqualTo(bytes(0, 0, 0, 40, 50));
        assertThat(columns.get("lists")).containsExactly(List.of(), List.of(), List.of(), bytes(7), bytes(8, 9));
    }

    @Test
    void aRepresentationAddedWhileWritingIsSuppressedBefore() {
        int field = ntuple.top(Role.LEAF, "x", "float");
        ntuple.column(field, ColumnType.REAL16, 16);
        ntuple.cluster(1, pages(page(1, new LittleOutput().int16(0x3c00))));
        ntuple.extension();
        ntuple.deferred(field, ColumnType.REAL32, 32, 1, Long.MIN_VALUE);
        ntuple.cluster(1, suppressed(), pages(page32(Float.floatToIntBits(0.1f))));

        assertThat(read().get("x")).containsExactly(1f, 0.1f);
    }

    @Test
    void listsOfListsOfArraysGoOnAcrossPagesClustersAndBlocks() {
        int outer = ntuple.top(Role.COLLECTION, "v", "std::vector<std::vector<std::array<std::uint8_t,2>>>");
        ntuple.column(outer, ColumnType.INDEX32, 32);
        int inner = ntuple.field(outer, Role.COLLECTION, "_0", "std::vector<std::array<std::uint8_t,2>>");
        ntuple.column(inner, ColumnType.INDEX32, 32);
        int array = ntuple.array(inner, "_0", "std::array<std::uint8_t,2>", 2);
        ntuple.column(ntuple.field(array, Role.LEAF, "_0", "std::uint8_t"), ColumnType.UINT8, 8);
        ntuple.cluster(
                3,
                pages(page32(2, 2), page32(3)),
                pages(page32(1), page32(1, 3)),
                pages(page8(1, 2, 3), page8(), page8(4, 5, 6)));
        ntuple.cluster(1, pages(page32(1)), pages(page32(1)), pages(page8(7, 8)));

        List<Object> expected = List.of(
                List.of(List.of(bytes(1, 2)), List.of()),
                List.of(),
                List.of(List.of(bytes(3, 4), bytes(5, 6))),
                List.of(List.of(bytes(7, 8))));
        assertThat(ntuple.write(path)).exists();
        for (int blockRows = 1; blockRows < 5; blockRows++) {
            assertThat(Ntuples.read(path, blockRows, 2).get("v")).isEqualTo(expected);
        }
    }

    @Test
    void membersAreNamedByTheirPathWithoutInventedNames() {
        int muons = ntuple.top(Role.COLLECTION, "Muon", "std::vector<Muon>");
        int index = ntuple.column(muons, ColumnType.INDEX32, 32);
        int muon = ntuple.field(muons, Role.RECORD, "_0", "Muon");
        int base = ntuple.field(muon, Role.RECORD, ":_0", "Particle");
        ntuple.column(ntuple.field(base, Role.LEAF, "pt", "std::uint8_t"), ColumnType.UINT8, 8);
        int id = ntuple.column(ntuple.field(base, Role.LEAF, "id", "std::uint8_t"), ColumnType.UINT8, 8);
        int kind = ntuple.field(muon, Role.LEAF, "id", "Kind");
        ntuple.column(ntuple.field(kind, Role.LEAF, "_0", "std::uint8_t"), ColumnType.UINT8, 8);
        int maybe = ntuple.top(Role.COLLECTION, "maybe", "std::optional<std::uint8_t>");
        ntuple.column(maybe, ColumnType.INDEX32, 32);
        ntuple.column(ntuple.field(maybe, Role.LEAF, "_0", "std::uint8_t"), ColumnType.UINT8, 8);
        ntuple.column(ntuple.array(-1, "flags", "std::bitset<3>", 3), ColumnType.BIT, 1);
        int shown = ntuple.projected(-1, Role.COLLECTION, "ids", "std::vector<std::uint8_t>", muons);
        int items = ntuple.projected(shown, Role.LEAF, "_0", "std::uint8_t", id);
        int count = ntuple.projected(-1, Role.LEAF, "n", "ROOT::RNTupleCardinality<std::uint64_t>", muons);
        ntuple.alias(index, shown).alias(id, items).alias(index, count);
        ntuple.cluster(
                2,
                pages(page32(2, 3)),
                pages(page8(20, 30, 40)),
                pages(page8(1, 2, 3)),
                pages(page8(4, 5, 6)),
                pages(page32(0, 1)),
                pages(page8(9)),
                pages(page(6, new LittleOutput().bytes(new byte[] {0b101_001}))));

        Map<String, List<Object>> columns = read();
        assertThat(columns)
                .containsOnlyKeys("Muon.pt", "Muon.id", "Muon._0.id._0", "maybe", "flags", "ids", "n")
                .containsEntry("Muon.pt", List.of(bytes(20, 30), bytes(40)))
                .containsEntry("Muon._0.id._0", List.of(bytes(4, 5), bytes(6)))
                .containsEntry("maybe", List.of(List.of(), bytes(9)))
                .containsEntry("flags", List.of(List.of(true, false, false), List.of(true, false, true)))
                .containsEntry("ids", List.of(bytes(1, 2), bytes(3)))
                .containsEntry("n", List.of(2L, 1L));
        try (RootFile file = RootFile.open(path)) {
            assertThat(Ntuples.open(file).columns())
                    .contains(
                            new RootColumn("Muon.pt", ValueType.UINT8, 1, "about pt"),
                            new RootColumn("maybe", ValueType.UINT8, 1, "about maybe"));
        }
    }

    @Test
    void whatIsUnknownIsToldAndTheRestIsRead() {
        ntuple.column(ntuple.top(Role.LEAF, "x", "std::uint8_t"), ColumnType.UINT8, 8);
        ntuple.unknown(ntuple.top(Role.LEAF, "future", "std::float128_t"), 0x77, 128);
        ntuple.column(ntuple.top(Role.STREAMER, "blob", "TObject"), ColumnType.INDEX32, 32);
        ntuple.column(ntuple.top(Role.UNKNOWN, "odd", "Odd"), ColumnType.UINT8, 8);
        ntuple.column(ntuple.top(Role.LEAF, "wrong", "std::int64_t"), ColumnType.REAL32, 32);
        ntuple.cluster(1, pages(page8(1)), pages(), pages(), pages(), pages());

        assertThat(read()).containsOnlyKeys("x");
        try (RootFile file = RootFile.open(path)) {
            assertThat(Ntuples.open(file).unreadable())
                    .containsEntry("future", "unsupported type 'std::float128_t' in columns of the types [0x77]")
                    .containsEntry("blob", "unsupported type 'TObject', written as whole objects")
                    .containsEntry("odd", "unsupported kind of field of a newer RNTuple format")
                    .containsEntry("wrong", "unsupported type 'std::int64_t' in columns of the types [REAL32]")
                    .hasSize(4);
        }
    }

    @Test
    void anEmptyNtupleHasNoBlocks() {
        ntuple.column(ntuple.top(Role.LEAF, "x", "std::uint8_t"), ColumnType.UINT8, 8);

        assertThat(read()).isEmpty();
    }

    @Test
    void refusesFeaturesAndFormatsThatAreNotKnown() {
        ntuple.features(4).write(path);
        assertRefused("needs a feature of a newer RNTuple format that is not known here (flag 2)");
        new NtupleBuilder().epoch(2).write(path);
        assertRefused("was written in format 2 of RNTuple, of which only 1 is read");
        new NtupleBuilder().epoch(0).write(path);
        assertRefused("experimental RNTuple format before version 1.0");
    }

    @Test
    void refusesADamagedPageByNameAndPlace() throws Exception {
        ntuple.column(ntuple.top(Role.LEAF, "x", "std::uint8_t"), ColumnType.UINT8, 8);
        ntuple.cluster(1, pages(page8(1)));
        ntuple.cluster(4, pages(page8(2), page8(17, 18, 19)));
        byte[] bytes = Files.readAllBytes(ntuple.write(path));
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 17 && bytes[i + 1] == 18 && bytes[i + 2] == 19) {
                bytes[i + 1]++;
            }
        }
        Files.write(path, bytes);

        assertThatThrownBy(() -> Ntuples.read(path))
                .isInstanceOf(RootException.class)
                .hasMessage("events.root: ntuple 'events', field 'x': page 1 of cluster 1 is damaged: its check sum is"
                        + " wrong");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 4, Integer.MAX_VALUE})
    void refusesListsWhoseElementsAreNotThere(int end) {
        int lists = ntuple.top(Role.COLLECTION, "v", "std::vector<std::array<std::uint8_t,1000>>");
        ntuple.column(lists, ColumnType.INDEX32, 32);
        int array = ntuple.array(lists, "_0", "std::array<std::uint8_t,1000>", 1000);
        ntuple.column(ntuple.field(array, Role.LEAF, "_0", "std::uint8_t"), ColumnType.UINT8, 8);
        ntuple.cluster(2, pages(page32(1, end)), pages(page8(new int[3000])));

        assertThatThrownBy(this::read)
                .isInstanceOf(RootException.class)
                .hasMessageContaining("field 'v'")
                .hasMessageContaining("cluster 0");
    }

    @Test
    void refusesListsThatEndBeforeTheyStart() {
        int lists = ntuple.top(Role.COLLECTION, "v", "std::vector<std::uint8_t>");
        ntuple.column(lists, ColumnType.INDEX32, 32);
        ntuple.column(ntuple.field(lists, Role.LEAF, "_0", "std::uint8_t"), ColumnType.UINT8, 8);
        ntuple.cluster(2, pages(page32(2, 1)), pages(page8(1, 2)));

        assertThatThrownBy(this::read).hasMessageContaining("a list is said to have -1 elements");
    }

    @Test
    void refusesFewerOrMoreElementsThanRows() {
        ntuple.column(ntuple.top(Role.LEAF, "x", "std::uint8_t"), ColumnType.UINT8, 8);
        ntuple.cluster(3, pages(page8(1, 2)));

        assertThatThrownBy(this::read)
                .hasMessageEndingWith("field 'x': cluster 0 is damaged: it should have 3 elements, but has 2");
    }

    @Test
    void refusesFieldsThatAreAroundThemselves() {
        int field = ntuple.field(1, Role.RECORD, "a", "A");
        ntuple.field(field, Role.RECORD, "b", "B");
        ntuple.write(path);

        assertRefused("field 'a' is not within a field at the top, or more than 64 deep");
    }

    @Test
    void refusesFieldsThatAreTooDeep() {
        int field = ntuple.top(Role.RECORD, "a", "A");
        for (int i = 0; i < 10_000; i++) {
            field = ntuple.field(field, Role.RECORD, "a", "A");
        }
        ntuple.write(path);

        assertRefused("more than 64 deep");
    }

    @Test
    void refusesPagesThatCannotHoldWhatTheyClaim() {
        ntuple.column(ntuple.top(Role.LEAF, "x", "std::uint8_t"), ColumnType.UINT8, 8);
        ntuple.cluster(Integer.MAX_VALUE, pages(page(Integer.MAX_VALUE, new LittleOutput().int32(1))));

        assertThatThrownBy(this::read).hasMessageContaining("a page claims 2147483647 elements in 4 bytes");
    }

    private Map<String, List<Object>> read() {
        return Ntuples.read(ntuple.write(path));
    }

    private void assertRefused(String message) {
        try (RootFile file = RootFile.open(path, "events.root")) {
            assertThatThrownBy(() -> Ntuples.open(file))
                    .isInstanceOf(RootException.class)
                    .hasMessageStartingWith("events.root: ntuple 'events': ")
                    .hasMessageContaining(message);
        }
    }

    private static List<Object> bytes(int... values) {
        return Arrays.stream(values).<Object>mapToObj(value -> (byte) value).toList();
    }
}
