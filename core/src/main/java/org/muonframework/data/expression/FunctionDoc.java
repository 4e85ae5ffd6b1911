package org.muonframework.data.expression;

/**
 * One entry of the language's reference.
 *
 * @param name the name
 * @param signature how it is written: {@code atan2(y, x)}; for a constant its name
 * @param description what it is, in one sentence
 */
public record FunctionDoc(String name, String signature, String description) {}
