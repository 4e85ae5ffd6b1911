/** Events of CMS for event displays, {@code .ig}: archives of one JSON object an event. */
package org.muonframework.data.format.ig;
