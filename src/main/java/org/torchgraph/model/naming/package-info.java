/** What names a thing: properties, languages, and the plain text that a name is shown as. */
package org.torchgraph.model.naming;
