/** Events of the evaluated part in space, by the display that knows their columns. */
package org.muonframework.evaluate.display;
