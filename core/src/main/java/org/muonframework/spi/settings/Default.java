package org.muonframework.spi.settings;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The value taken when the key is absent, written as in the analysis file (HOCON): {@code "1e-3"}, {@code "[32, 32]"}, {@code "{}"}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT})
public @interface Default {

    /** The text. */
    String value();
}
