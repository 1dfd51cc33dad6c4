/** What the data state about their own dataset: its catalogue entry and its recorded versions. */
package org.torchgraph.model.catalogue;
