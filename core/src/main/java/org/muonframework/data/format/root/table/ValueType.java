package org.muonframework.data.format.root.table;

/** The type of a single value. */
public enum ValueType {
    /** True or false; {@link Values.Booleans}. */
    BOOL,
    /** Eight bits with a sign; {@link Values.Bytes}. */
    INT8,
    /** Eight bits without a sign; {@link Values.Bytes}, whose elements have to be widened by the reader. */
    UINT8,
    /** 16 bits with a sign; {@link Values.Shorts}. */
    INT16,
    /** 16 bits without a sign; {@link Values.Shorts}. */
    UINT16,
    /** 32 bits with a sign; {@link Values.Ints}. */
    INT32,
    /** 32 bits without a sign; {@link Values.Ints}. */
    UINT32,
    /** 64 bits with a sign; {@link Values.Longs}. */
    INT64,
    /** 64 bits without a sign; {@link Values.Longs}. */
    UINT64,
    /** A number of 32 bits; {@link Values.Floats}. */
    FLOAT32,
    /** A number of 64 bits; {@link Values.Doubles}. */
    FLOAT64,
    /** Text; {@link Values.Texts}. */
    STRING
}
