package org.muonframework.data.format.root;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muonframework.data.format.root.bytes.RootException;
import org.muonframework.data.format.root.file.RootFile;
import org.muonframework.data.format.root.table.RootTable;

@DisplayName("The tables of a ROOT file")
class RootTablesTest {

    @Test
    @DisplayName("are listed through directories, in the order of the file")
    void lists() {
        try (RootFile file = RootFile.open(Tree.real("uproot-nesteddirs.root"))) {
            assertThat(RootTables.list(file))
                    .containsExactly(
                            Map.entry("one/two/tree", "TTree"),
                            Map.entry("one/tree", "TTree"),
                            Map.entry("three/tree", "TTree"));
        }
    }

    @Test
    @DisplayName("are listed without looking into them, so also where their codec is not read")
    void listsWithoutReading() {
        try (RootFile file = RootFile.open(Tree.real("hsimple.31000.root"), "hsimple.31000.root")) {
            assertThat(RootTables.list(file)).containsExactly(Map.entry("ntuple", "TNtuple"));
            assertThatThrownBy(() -> RootTables.open(file, "ntuple"))
                    .isInstanceOf(RootException.class)
                    .hasMessageStartingWith("hsimple.31000.root: ")
                    .hasMessageContaining("codec 'CS' of ROOT before 2004");
        }
    }

    @ParameterizedTest(name = "{0}: {1} has {2} rows and {3} columns")
    @DisplayName("have the rows and columns that other readers find")
    @CsvSource({
        "benwaugh_dimuon_events.root, events, 10000, 5",
        "uproot-hepdata-example.root, ntuple, 75000, 5",
        "uproot-HZZ.root, events, 2421, 51",
        "uproot-HZZ-objects.root, events, 2421, 47",
        "NanoAODv5_sample.root, Events, 1000, 1479",
        "nanoAOD_2015_CMS_Open_Data_ttbar.root, Events, 200, 947",
        "nano_dimuon.root, Events, 40, 1601",
        "nano_dimuon.root, Runs, 56, 1",
        "nano_dy.root, Events, 40, 1499",
        "nano_dy.root, Runs, 1, 8",
        "root4j_test_1.root, ntuplemaker_H2DiMuonMaker/Events, 964, 138",
        "root4j_test_1.root, ntuplemaker_H2DiMuonMaker/Meta, 1, 27",
        "TNtuple.root, n1, 100, 3",
        "tree_with_int_array_zstd.root, t1, 100, 1",
        "uproot-empty.root, tree, 0, 3",
        "uproot-issue412.root, test, 1000000, 2",
        "uproot-issue79.root, taus, 1000000, 1",
        "uproot-nesteddirs.root, three/tree, 100, 41",
        "uproot-sample-6.20.04-lzma.root, sample, 30, 35",
        "uproot-stl_containers.root, tree, 5, 40",
        "uproot-Zmumu.root, events, 2304, 20"
    })
    void counts(String file, String path, long rows, int columns) {
        try (RootFile root = RootFile.open(Tree.real(file))) {
            RootTable table = RootTables.open(root, path);
            assertThat(table.name()).isEqualTo(path);
            assertThat(table.rows()).isEqualTo(rows);
            assertThat(table.columns()).hasSize(columns);
            assertThat(table.unreadable()).isEmpty();
        }
    }

    @Test
    @DisplayName("that are not there are refused with those that are")
    void missing() {
        try (RootFile file = RootFile.open(Tree.real("uproot-Zmumu.root"), "zmumu.root")) {
            assertThatThrownBy(() -> RootTables.open(file, "event"))
                    .isInstanceOf(RootException.class)
                    .hasMessage("zmumu.root: has no table 'event'; the tables of the file are 'events'");
        }
    }

    @Test
    @DisplayName("are no histograms")
    void otherClass() {
        try (RootFile file = RootFile.open(Tree.real("uproot-hepdata-example.root"), "h.root")) {
            assertThatThrownBy(() -> RootTables.open(file, "hpx"))
                    .isInstanceOf(RootException.class)
                    .hasMessage(
                            "h.root: 'hpx' is of the unsupported class 'TH1F'; the tables of the file are 'ntuple'");
        }
    }
}
