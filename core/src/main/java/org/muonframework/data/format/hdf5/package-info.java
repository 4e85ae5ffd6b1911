/**
 * HDF5, read and written through jHDF.
 *
 * <p>HDF5 knows groups and datasets, not tables. These are read as tables:
 *
 * <ul>
 *   <li>a group: its datasets of equal length are the columns. Where their lengths differ, most of them decide; the others
 *       are left out. The table is called by the path of the group, {@code /} for that of the file;
 *   <li>a dataset of records (a compound type): its members are the columns, those of records within records as {@code
 *       outer_inner}. The table is called by the path of the dataset;
 *   <li>events in the layout of hepfile: each kind of object has a group, in which a counter tells how many objects each
 *       event has, and every other dataset holds a quantity of all objects, one after the other. The table of the group
 *       above has a row an event, a jagged column {@code muons_pt} for {@code muons/pt}, and the counters as they are.
 *       The counter is what the group's attribute {@code counter} names; without one, it is the dataset whose sum is
 *       the length of all others. A dataset may itself have that attribute: so does what is written here.
 *   <li>folds in the layout of LUMIN: groups {@code fold_0}, {@code fold_1}, … with the datasets {@code inputs}, {@code
 *       targets}, {@code weights} and {@code matrix_inputs}, the latter dense or as a list of hits with coordinates.
 *       All folds are one table, with a row an event; {@code meta_data} names its columns. A single fold can be read by its
 *       name.
 * </ul>
 *
 * <p>A dataset of two dimensions is a jagged column whose rows all have the same length; one of variable length is a
 * jagged column, too. Scalars, links, and what has no place in a table are left out.
 */
package org.muonframework.data.format.hdf5;
