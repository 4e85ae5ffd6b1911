package org.muonframework.data.format.files;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;

/** What may be said of a dataset made of files. */
@Doc("Events in files: either 'files', or 'samples' with classes.")
public record FilesSettings(
        @Doc(
                "Files, or patterns with *, ?, [] and ** (any directories), relative to the directory where the command starts.")
        @Default("[]")
        List<String> files,

        @Doc("Samples by name, when there are several.") @Default("{}")
        Map<String, SampleSettings> samples,

        @Doc("Name of the tree or table within the files, where they hold several; the largest when absent.")
        Optional<String> tree,

        @Doc("What divides the fields of text files: one character, 'tab' or 'blank'; found out when absent.")
        Optional<String> delimiter,

        @Doc("Physical units of columns that do not have one in the file.") @Default("{}")
        Map<String, String> units,

        @Doc(
                "Columns that identify the event; by default those named run, event, lumi and the like. [file, entry]: every row of every file is an event.")
        @Default("[]")
        List<String> keys,

        @Doc("Columns that may be looked at but not learned from.") @Default("[]")
        List<String> spectators,

        @Doc("Columns known only in simulation; may be regressed, are refused as features.") @Default("[]")
        List<String> truth,

        @Doc("Makes a row of every element of some lists, such as one of every muon of an event.")
        Optional<ExplodeSettings> explode) {

    /** Keys that no file needs to have: every row is an event, known by its file and its place in it. */
    public static final List<String> PLACE = List.of(FilesSchema.FILE, FilesSchema.ENTRY);

    public FilesSettings {
        files = List.copyOf(files);
        samples = Map.copyOf(samples);
        units = Map.copyOf(units);
        keys = List.copyOf(keys);
        spectators = List.copyOf(spectators);
        truth = List.copyOf(truth);
        if (files.isEmpty() == samples.isEmpty()) {
            throw new IllegalArgumentException("either 'files' or 'samples' is needed, and not both");
        }
        delimiter.ifPresent(FilesSettings::character);
    }

    /** The delimiter as a character. */
    Optional<Character> delimiterCharacter() {
        return delimiter.map(FilesSettings::character);
    }

    private static char character(String text) {
        return switch (text) {
            case "tab", "\\t" -> '\t';
            case "blank", "space" -> ' ';
            default -> {
                if (text.length() != 1 || text.charAt(0) > '~') {
                    throw new IllegalArgumentException(
                            "the delimiter is one ASCII character, 'tab' or 'blank', not '" + text + "'");
                }
                yield text.charAt(0);
            }
        };
    }

    /** Whether rows are known by their place alone. */
    boolean keyedByPlace() {
        return keys.equals(PLACE);
    }
}
