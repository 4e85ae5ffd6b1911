/** What a model needs its features for. */
package org.muonframework.evaluate.importance;
