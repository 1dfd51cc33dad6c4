/** A dataset on disk: a folder with a TDB2 database and a record of what it was filled with. */
package org.torchgraph.dataset.disk;
