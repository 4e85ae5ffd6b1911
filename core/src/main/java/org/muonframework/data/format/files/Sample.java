package org.muonframework.data.format.files;

/**
 * A sample and its name.
 *
 * @param name the name in the analysis file; empty for the only sample of a dataset given by {@code files}
 * @param settings what is said of it
 */
record Sample(String name, SampleSettings settings) {

    /** Where one of its settings stands in the analysis file. */
    String key(String setting) {
        return name.isEmpty() ? "dataset." + setting : "dataset.samples." + name + "." + setting;
    }
}
