package org.muonframework.run.predict;

/** What happens to rows whose event a model was trained or validated on, in a file that it was trained from. */
public enum SeenRows {
    /** The file is refused. */
    REFUSE,
    /** They get no score: NaN. */
    NAN
}
