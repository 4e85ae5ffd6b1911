package org.muonframework.report.draw;

/** A face of the font of all figures: Liberation Sans, which has the widths of Helvetica and Arial. */
enum Face {
    REGULAR("Regular", ""),
    BOLD("Bold", " font-weight=\"bold\""),
    BOLD_ITALIC("BoldItalic", " font-weight=\"bold\" font-style=\"italic\"");

    private final String file;
    private final String attributes;

    Face(String file, String attributes) {
        this.file = file;
        this.attributes = attributes;
    }

    String resource() {
        return "/liberation/LiberationSans-" + file + ".ttf";
    }

    /** The attributes of SVG that choose it. */
    String attributes() {
        return attributes;
    }
}
