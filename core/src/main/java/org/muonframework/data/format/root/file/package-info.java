/** A ROOT file: its header, its directories, and the keys of the objects in them. */
package org.muonframework.data.format.root.file;
