/** Whether training weights do what they were made for. */
package org.muonframework.evaluate.closure;
