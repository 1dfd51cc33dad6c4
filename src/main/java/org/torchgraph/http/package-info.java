/** Values of the web with no RDF in them: entity tags, links, problems, where the site is mounted. */
package org.torchgraph.http;
