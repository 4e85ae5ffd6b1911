/** Trees ({@code TTree}, {@code TNtuple}): branches as columns, read from their baskets. */
package org.muonframework.data.format.root.tree;
