/** ROOT files as tables of the framework: the only package of this room that knows the rest of core. */
package org.muonframework.data.format.root.dataset;
