/** How the calorimeter is divided into cells. */
package org.muonframework.calorimeter.grid;
