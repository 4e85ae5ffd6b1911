package org.muonframework.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muonframework.spi.problem.ConfigurationException;

class SyntaxErrorsTest {

    @TempDir
    Path folder;

    private String problem(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("analysis.conf"), content);
        return catchThrowableOfType(
                        ConfigurationException.class, () -> new AnalysisFileReader(Map.of()).read(file, List.of()))
                .getMessage()
                .replace(file.toString(), "analysis.conf");
    }

    private Map<String, Object> read(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("analysis.conf"), content);
        return new AnalysisFileReader(Map.of()).read(file, List.of()).root().unwrapped();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "a =                  ~ 1: a value is missing after the = sign",
                "seed = 1¶a { b = 1   ~ 2: a closing brace } is missing before the end of the file",
                "a = [1, 2            ~ 1: a closing bracket ] is missing before the end of the file",
                "a = [1 : 2]          ~ 1: a comma or a closing bracket ] is missing in the list",
                "a = \"unclosed¶b = 2 ~ 1: a quotation mark \" is not closed on its line",
                "¶¶batch size         ~ 3: 'batch size' has no value: expected key = value or key { … }",
                "a = 1 }              ~ 1: there is a closing brace } too many",
                "a = ${x              ~ 1: a substitution ${ is not closed with }",
                "a = $x               ~ 1: $ is only allowed in ${name} or inside quotation marks",
                "a = x && y           ~ 1: the character & is only allowed inside quotation marks: write key = \"…\"",
                "a = \"\\q\"          ~ 1: a backslash inside quotation marks must be doubled: write \\\\ for \\",
                "a = \"\"\"x          ~ 1: a text that begins with \"\"\" is not closed",
                "= 3                  ~ 1: a key was expected, not '='",
                "a = : 3              ~ 1: a value was expected, not ':'",
                "a..b = 1             ~ 1: a key must not begin or end with a dot, nor have two dots in a row",
                "[1, 2]               ~ 1: the file must consist of keys with values, not of a list",
                "a = { b = 1 } [2]    ~ 1: a section, a list and a text cannot be joined into one value",
                "include common       ~ 1: include must be followed by a file name in quotation marks",
            })
    void areToldInPlainWordsWithTheLine(String text, String message) throws IOException {
        assertThat(problem(utf8(text.replace('¶', '\n')))).isEqualTo("analysis.conf:" + message);
    }

    @Test
    void anEmptyFileSaysWhatItNeeds() throws IOException {
        assertThat(problem(utf8("# nothing yet\n")))
                .isEqualTo("analysis.conf: is empty: it needs at least 'analysis = NAME'."
                        + " No plugin with an analysis is installed.");
    }

    @Test
    void textsFromOtherSystemsAreRead() throws IOException {
        assertThat(read(utf8("\uFEFFa = 1\r\nb = µ\r\n"))).isEqualTo(Map.of("a", 1, "b", "µ"));
    }

    @Test
    void linesAreCountedWithCarriageReturns() throws IOException {
        assertThat(problem(utf8("a = 1\r\nb = ]\r\n"))).startsWith("analysis.conf:2: ");
    }

    @Test
    void bytesThatAreNotUtf8AreNamedWithTheirLine() throws IOException {
        assertThat(problem("a = 1\nb = é\n".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo("analysis.conf:2: this line is not UTF-8 text: save the file as UTF-8");
        assertThat(problem("a = 1".getBytes(StandardCharsets.UTF_16)))
                .isEqualTo("analysis.conf: is written in UTF-16: save it as UTF-8");
    }

    @Test
    void aTextCutInTheMiddleOfACharacterIsNotUtf8() throws IOException {
        byte[] whole = utf8("a = µ");
        assertThat(problem(Arrays.copyOf(whole, whole.length - 1))).contains("not UTF-8 text");
    }

    @Test
    void aBinaryFileIsNamedAsSuch() throws IOException {
        ByteArrayOutputStream root = new ByteArrayOutputStream();
        root.writeBytes(utf8("root"));
        root.writeBytes(new byte[] {0, 0, (byte) 0xF2, 0x58, 0, 1});
        assertThat(problem(root.toByteArray())).isEqualTo("analysis.conf: is a binary file, not an analysis file");
    }

    @Test
    void aFileFarTooLargeIsNotRead() throws IOException {
        byte[] blanks = new byte[(16 << 20) + 1];
        Arrays.fill(blanks, (byte) ' ');
        assertThat(problem(blanks)).contains("larger than 16 MiB");
    }

    @ParameterizedTest
    @ValueSource(ints = {150, 100_000})
    void hugeNestingIsRefused(int depth) throws IOException {
        assertThat(problem(utf8("a = " + "[".repeat(depth) + "]".repeat(depth))))
                .contains("nested more than 100");
        assertThat(problem(utf8("a.".repeat(depth) + "a = 1"))).contains("nested more than 100");
    }

    @Property(tries = 500)
    void arbitraryBytesGiveAConfigurationOrAMessage(@ForAll byte[] content) throws IOException {
        Path file = Files.createTempFile("odd", ".conf");
        try {
            Files.write(file, content);
            assertThat(new AnalysisFileReader(Map.of()).read(file, List.of("x=1")))
                    .isNotNull();
        } catch (ConfigurationException e) {
            assertThat(e.problems()).isNotEmpty();
        } finally {
            Files.delete(file);
        }
    }

    @Property(tries = 1000)
    void arbitraryTextOfHoconsSignsGivesAConfigurationOrAMessage(
            @ForAll @Chars({'a', '"', '{', '}', '[', ']', '=', '$', '.', '\n', ',', '\\', '#', '?', '+', ':', ' ', '1'})
                    String text)
            throws IOException {
        arbitraryBytesGiveAConfigurationOrAMessage(utf8(text));
    }
}
