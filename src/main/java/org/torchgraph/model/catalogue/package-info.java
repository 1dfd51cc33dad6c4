/** The description of a dataset in its own data: its catalogue entry and its recorded versions. */
package org.torchgraph.model.catalogue;
