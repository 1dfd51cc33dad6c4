/** Versions that were served before, so that an answer can be asked of them again. */
package org.torchgraph.server.kept;
