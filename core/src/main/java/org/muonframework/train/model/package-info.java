/** Models that core brings along. */
package org.muonframework.train.model;
