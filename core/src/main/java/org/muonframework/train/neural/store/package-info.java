/** What a neural training writes: tensors in the safetensors format and everything else as JSON, atomically. */
package org.muonframework.train.neural.store;
