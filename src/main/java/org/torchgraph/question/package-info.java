/** Saved queries: their front matter, their parameters bound as RDF terms, views and panels. */
package org.torchgraph.question;
