package org.muonframework.spi.data;

/** What a column may be used for. */
public enum ColumnRole {
    /** May be an input of a model. */
    FEATURE,
    /** The true class of a row: an integer from 0. */
    LABEL,
    /** Known only in simulation; may be a regression target, is refused as an input. */
    TRUTH,
    /** The weight of a row. */
    WEIGHT,
    /** Identifies the event: rows with the same keys always stay in the same part of a split. */
    KEY,
    /**
     * Tells the rows of one event apart; written with the keys, never part of the division into parts, refused as an
     * input unless the analysis allows spectators.
     */
    INDEX,
    /** For selections, weights and evaluation only; refused as an input unless the analysis allows it. */
    SPECTATOR
}
