/**
 * Figures and scenes as data: what is to be seen, without a line of drawing code.
 *
 * <p>A metric makes figures; the report draws them, so that all figures of all plugins look alike. Text in titles,
 * labels and axes may use {@code _{…}} and {@code ^{…}} for sub- and superscripts and Greek letters as Unicode.
 */
package org.muonframework.spi.figure;
