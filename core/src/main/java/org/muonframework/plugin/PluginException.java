package org.muonframework.plugin;

/** A plugin cannot be used; the message is the reason, for the user. */
final class PluginException extends Exception {

    private static final long serialVersionUID = 1L;

    PluginException(String reason) {
        super(reason);
    }

    PluginException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
