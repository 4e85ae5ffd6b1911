package org.muonframework.config;

import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;

/** Texts, numbers and booleans as they were written. */
final class ScalarText {

    private ScalarText() {}

    /** {@code 1e-3} where that stands in the file, not {@code 0.001} as the library renders it. */
    static String of(ConfigValue scalar) {
        return scalar.valueType() == ConfigValueType.NULL
                ? "null"
                : scalar.atKey("scalar").getString("scalar");
    }
}
