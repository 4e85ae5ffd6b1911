/** What goes wrong through no fault of the program: one clear message, no stack trace. */
package org.muonframework.spi.problem;
