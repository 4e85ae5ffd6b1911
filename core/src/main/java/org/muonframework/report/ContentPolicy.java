package org.muonframework.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a page may do, as its Content-Security-Policy says it: show the style and run the scripts that it was written
 * with, and nothing else; no request leaves it.
 */
final class ContentPolicy {

    private ContentPolicy() {}

    /** The policy of a page with one style sheet and some scripts, all inside the page, known by their hashes. */
    static String of(String style, List<String> scripts) {
        return "default-src 'none'; style-src " + source(style) + "; script-src "
                + (scripts.isEmpty()
                        ? "'none'"
                        : scripts.stream().map(ContentPolicy::source).collect(Collectors.joining(" ")))
                + "; img-src data:; base-uri 'none'; form-action 'none'";
    }

    private static String source(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
