/** Catalogues of datasets (DCAT): their datasets, services, files and contacts. */
package org.torchgraph.model.datasets;
