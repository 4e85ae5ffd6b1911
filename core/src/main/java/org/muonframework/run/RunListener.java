package org.muonframework.run;

/** Follows a run as it goes; implemented by the command line. */
public interface RunListener {

    /** A stage begins: {@code reading data}. */
    void stage(String name);

    /**
     * The same, with what else there is to say of it.
     *
     * @param name what its time counts for: {@code training mlp}
     * @param detail the fold, the size of the model
     */
    default void stage(String name, String detail) {
        stage(name + " (" + detail + ")");
    }

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
