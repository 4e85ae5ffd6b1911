package org.muonframework.report;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.muonframework.report.draw.Projections;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Scene;

/** One piece of a section. */
public sealed interface Block {

    /** A paragraph of running text. */
    record Paragraph(String text) implements Block {
        public Paragraph {
            Objects.requireNonNull(text, "text");
        }
    }

    /**
     * A table; columns of numbers are aligned to the right.
     *
     * @param caption what it shows; may be empty
     * @param headers one name a column
     * @param rows as many cells in each as there are headers
     */
    record Table(String caption, List<String> headers, List<List<String>> rows) implements Block {
        public Table {
            Objects.requireNonNull(caption, "caption");
            headers = List.copyOf(headers);
            rows = rows.stream().map(List::copyOf).toList();
            for (List<String> row : rows) {
                if (row.size() != headers.size()) {
                    throw new IllegalArgumentException("a row of table '" + caption + "' has " + row.size()
                            + " cells under " + headers.size() + " headers");
                }
            }
        }
    }

    /**
     * One figure, with its caption.
     *
     * @param file name of its files without ending, unique in the report
     * @param model the model that it is about; empty where it is about none or several
     */
    record Picture(String file, String model, Figure figure) implements Block {
        public Picture {
            Objects.requireNonNull(file, "file");
            Objects.requireNonNull(model, "model");
            Objects.requireNonNull(figure, "figure");
        }

        /** A figure about no single model, in files of its own name. */
        public static Picture of(Figure figure) {
            return new Picture(figure.name(), "", figure);
        }
    }

    /** Figures side by side where the page is wide enough. */
    record Pictures(List<Picture> pictures) implements Block {
        public Pictures {
            pictures = List.copyOf(pictures);
        }
    }

    /**
     * One scene, with its caption and its projections.
     *
     * @param file name of its files without their {@link #ENDINGS}, with which they are unique in the report
     * @param model the model that it is about; empty where it is about none
     */
    record Display(String file, String model, Scene scene) implements Block {

        /** What is appended to the name of the scene's own files. */
        static final String ENDING = "-3d";

        /** What is appended to the names of all its files. */
        public static final List<String> ENDINGS =
                Stream.concat(Stream.of(ENDING), Projections.ENDINGS.stream()).toList();

        public Display {
            Objects.requireNonNull(file, "file");
            Objects.requireNonNull(model, "model");
            Objects.requireNonNull(scene, "scene");
        }

        /** A scene about no single model, in files of its own name. */
        public static Display of(Scene scene) {
            return new Display(scene.name(), "", scene);
        }

        /** The figures that show the scene along its axes. */
        public List<Picture> projections() {
            return Projections.of(scene.named(file)).stream()
                    .map(figure -> new Picture(figure.name(), model, figure))
                    .toList();
        }
    }

    /** A heading within a section, such as the name of a model. */
    record Heading(String text) implements Block {
        public Heading {
            Objects.requireNonNull(text, "text");
        }
    }

    /**
     * Text whose lines and spaces count, such as a configuration.
     *
     * @param caption what it is; may be empty
     */
    record Preformatted(String caption, String text) implements Block {
        public Preformatted {
            Objects.requireNonNull(caption, "caption");
            Objects.requireNonNull(text, "text");
        }
    }

    /** Numbers shown large, as in the summary. */
    record Facts(List<Fact> facts) implements Block {
        public Facts {
            facts = List.copyOf(facts);
        }
    }
}
