/** What simulated datasets are made of; for plugins, nothing in the framework depends on it. */
package org.muonframework.spi.simulation;
