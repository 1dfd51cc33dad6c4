/** What a dataset version says of itself: its catalogue entry, what is counted in it, and its questions as examples. */
package org.torchgraph.export.catalogue;
