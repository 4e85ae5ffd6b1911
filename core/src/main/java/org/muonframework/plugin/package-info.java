/**
 * Finding plugins, keeping them apart, and the registry of the named services that they offer.
 *
 * <p>A plugin is a bare JAR, or a folder of a plugin's JAR and the libraries it needs. Each gets a class loader of its
 * own. A plugin that is broken is named and skipped with its reason; it never takes the others down.
 */
package org.muonframework.plugin;
