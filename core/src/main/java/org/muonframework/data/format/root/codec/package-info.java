/** Compressed blocks as ROOT writes them: nine bytes of header, then ZLIB, LZ4, LZMA or ZSTD. */
package org.muonframework.data.format.root.codec;
