/** Writing files whole: under another name first, then moved, with errors in the user's words. */
package org.muonframework.files;
