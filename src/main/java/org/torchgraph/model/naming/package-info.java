/** Names of things: naming properties, the choice among languages, and the plain text of a name. */
package org.torchgraph.model.naming;
