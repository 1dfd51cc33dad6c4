/** Saved queries: their front matter, parameters bound as terms, views and panels. */
package org.torchgraph.question;
