package org.muonframework.spi;

import java.util.Optional;

/**
 * What all services have in common: a name by which the analysis file chooses them, and settings.
 *
 * <p>An implementation has a public constructor without arguments that does nothing.
 *
 * @param <S> the record of settings (see {@link org.muonframework.spi.settings})
 */
public interface Provider<S extends Record> {

    /** The name in the analysis file: lower-case letters, digits and hyphens, unique among services of its kind. */
    String name();

    /** What it is, in one sentence for a physicist. */
    String description();

    /** The record that the section's keys are bound to; use an empty record where there are none. */
    Class<S> settings();

    /**
     * Tries what the service needs of the machine, such as a native library; only {@code framework doctor} asks.
     *
     * @return what was found, such as a version; empty when it needs nothing special
     * @throws org.muonframework.spi.problem.ConfigurationException with what is missing and what to do
     */
    default Optional<String> selfTest() {
        return Optional.empty();
    }
}
