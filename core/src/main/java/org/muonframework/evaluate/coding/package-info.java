/** What is said of models that give their features back: autoencoders. */
package org.muonframework.evaluate.coding;
