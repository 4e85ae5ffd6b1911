package org.muonframework.run;

/** Follows a run as it goes; implemented by the command line. */
public interface RunListener {

    /** A stage begins: {@code reading data}. */
    void stage(String name);

    /**
     * Progress within the stage.
     *
     * @param done units done
     * @param total units in all; not positive when unknown
     * @param message the numbers of this moment; may be empty
     */
    void progress(long done, long total, String message);

    /** Something the user should know: a warning of the data, a metric that could not be computed. */
    void warning(String message);
}
