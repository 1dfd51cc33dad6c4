/** Types for HTTP values, independent of RDF: entity tags, links, media types, problems, the mount of the site. */
package org.torchgraph.http;
