/** Writes things, answers and the guide of the site as Markdown, for assistants and other readers without a browser. */
package org.torchgraph.site.markdown;
