package org.muonframework.spi.settings;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A setting that has a meaning only for some values of the key {@code type} beside it; it is refused where it is given
 * with another one.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface OnlyFor {

    /** The types, as they stand in the file. */
    String[] value();
}
