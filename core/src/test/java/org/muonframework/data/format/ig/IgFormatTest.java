package org.muonframework.data.format.ig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muonframework.data.format.InputFile;
import org.muonframework.data.format.TableFile;
import org.muonframework.data.format.Tables;
import org.muonframework.data.format.files.Formats;
import org.muonframework.spi.problem.DataException;

@DisplayName("A CMS event file (.ig)")
class IgFormatTest {

    private static final String FIRST = """
            {"Types": {"Event_V2": [["run", "int"],["event", "int"],["time", "string"]],
             "Tracks_V2": [["pos", "v3d"],["pt", "double"],["name", "string"],["charge", "int"]],
             "Links_V1": [["pt", "double"]]},
            "Collections": {"Event_V2": [[17, 2554393033, 'nan (of "it")']],
             "Tracks_V2": [[[1, 2, 3], 4.5, "a", -1], [[4, 5, nan], inf, "b", 1]]},
            "Associations": {"TrackLinks_V1": [[[1, 0], [2, 7]], [[1, 1], [2, 8]]]}}""";

    private static final String SECOND = """
            {"Types": {"Event_V2": [["run", "int"],["event", "int"]],
             "Tracks_V1": [["pt", "int"]], "Tracks_V3": [["charge", "double"],["pos", "v3d"]]},
            "Collections": {"Event_V2": [(18, 6)], "Tracks_V1": [[99]], "Tracks_V3": [(2.5, (7, 8, 9))]},
            "Associations": {}}""";

    @TempDir
    private Path folder;

    @Test
    @DisplayName("is a row an event, with a list for each field and three for each vector")
    void rows() throws IOException {
        Map<String, List<Object>> values = Tables.read(open(archive(FIRST, SECOND)));

        assertThat(values)
                .containsEntry("run", List.of(17L, 18L))
                .containsEntry("event", List.of(2554393033L, 6L))
                .containsEntry("Tracks_pos_x", List.of(List.of(1.0, 4.0), List.of(7.0)))
                .containsEntry("Tracks_pt", List.of(List.of(4.5, Double.POSITIVE_INFINITY), List.of()));
    }

    @Test
    @DisplayName("may hold nan, inf, round brackets and single quotes, which JSON does not know")
    void olderPrograms() throws IOException {
        Map<String, List<Object>> values = Tables.read(open(archive(FIRST, SECOND)));

        assertThat(values.get("Tracks_pos_z")).isEqualTo(List.of(List.of(3.0, Double.NaN), List.of(9.0)));
        assertThat(values.get("time")).isEqualTo(List.of("nan (of \"it\")", ""));
    }

    @Test
    @DisplayName("reads the newer one of two versions of a collection, and widens whole numbers to numbers")
    void versions() throws IOException {
        TableFile table = open(archive(FIRST, SECOND));

        assertThat(Tables.read(table, "Tracks_charge")).isEqualTo(List.of(List.of(-1.0, 1.0), List.of(2.5)));
    }

    @Test
    @DisplayName("has the pairs of an association as two lists")
    void associations() throws IOException {
        Map<String, List<Object>> values = Tables.read(open(archive(FIRST, SECOND)));

        assertThat(values.get("TrackLinks_first")).isEqualTo(List.of(List.of(0L, 1L), List.of()));
        assertThat(values.get("TrackLinks_second")).isEqualTo(List.of(List.of(7L, 8L), List.of()));
    }

    @Test
    @DisplayName("says why lists of texts are not read")
    void texts() throws IOException {
        assertThat(open(archive(FIRST)).schema().unknown("Tracks_name"))
                .isEqualTo("column 'Tracks_name' cannot be read: lists of texts are not read");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4lepton.ig | 3 | 178424 | 163 | [25.0167, 30.6535, 15.6571, 8.51924]",
                "Hto4l_2011A.ig | 38 | 173657 | 40 | [20.0303, 11.5179, 33.0701, 11.4314]",
                "Hto4l_120-130GeV.ig | 11 | 201191 | 113 | [22.7913, 13.1957]",
                "diphoton.ig | 10 | 199319 | 130 | [3.29291]",
            })
    @DisplayName("of the experiment is read whole")
    void real(String name, int events, long run, int tracks, String muons) {
        TableFile table = open(Tables.real("other/" + name));

        assertThat(table.rows()).hasValue(events);
        assertThat(Tables.read(table, "run")).hasSize(events).startsWith(run);
        assertThat((List<?>) Tables.read(table, "Tracks_pt").get(0)).hasSize(tracks);
        assertThat(Tables.read(table, "GlobalMuons_pt").get(0)).hasToString(muons.strip());
    }

    @Test
    @DisplayName("that is cut off is refused with its name")
    void cut() throws IOException {
        Path file = archive(FIRST, SECOND);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));

        assertThatThrownBy(() -> open(file))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("events.ig: cannot be read as a zip archive of events")
                .hasMessageContaining("it may be cut off");
    }

    @Test
    @DisplayName("whose JSON is damaged is refused with event, line and column")
    void noJson() throws IOException {
        Path file = archive(FIRST, "{\"Types\": {},\n\"Collections\": {\"Event_V2\": [[18 6]]}}");

        assertThatThrownBy(() -> open(file))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("events.ig: event 'Events/Run_1/Event_2' is damaged, it is not JSON")
                .hasMessageContaining("line 2");
    }

    @Test
    @DisplayName("whose elements have not the fields of their type is refused")
    void fewerFields() throws IOException {
        TableFile table = open(archive(FIRST.replace("[[1, 2, 3], 4.5, \"a\", -1]", "[[1, 2, 3], 4.5]")));

        assertThatThrownBy(() -> Tables.read(table))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("event 'Events/Run_1/Event_1' is damaged: line 5");
    }

    @Test
    @DisplayName("without events is refused, and so is a text of this ending")
    void nothing() throws IOException {
        Path empty = archive();
        Path text = Files.writeString(folder.resolve("text.ig"), "run,event\n1,2\n");

        assertThatThrownBy(() -> IgTable.open(InputFile.of(empty), Tables.OPTIONS))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("holds no events");
        assertThatThrownBy(() -> IgTable.open(InputFile.of(text), Tables.OPTIONS))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("text.ig: cannot be read as a zip archive");
    }

    private static TableFile open(Path file) {
        return Formats.open(InputFile.of(file), Tables.OPTIONS);
    }

    private Path archive(String... events) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("Header", "\"CMSSW_5_3_36\"");
        for (String event : events) {
            entries.put("Events/Run_1/Event_" + entries.size(), event);
        }
        Path file = folder.resolve("events.ig");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }
}
