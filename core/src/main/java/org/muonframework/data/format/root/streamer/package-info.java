/** How the file's writer laid out its classes ({@code TStreamerInfo}), and objects read by that. */
package org.muonframework.data.format.root.streamer;
