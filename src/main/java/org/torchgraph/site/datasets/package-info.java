/** The sections of a page that show a catalogue of datasets. */
package org.torchgraph.site.datasets;
