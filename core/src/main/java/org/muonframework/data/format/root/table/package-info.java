/** Tables as columns of primitive arrays, flat or as lists: what trees and ntuples have in common. */
package org.muonframework.data.format.root.table;
