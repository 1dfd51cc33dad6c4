/** Notebooks that ask a question again, check that the answer is the one that was cited, and draw it. */
package org.torchgraph.site.notebook;
