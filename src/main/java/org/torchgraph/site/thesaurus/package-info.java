/** The sections of a page that show a concept scheme, or the place of a concept in one. */
package org.torchgraph.site.thesaurus;
