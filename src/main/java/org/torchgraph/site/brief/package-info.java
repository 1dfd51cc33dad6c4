/** The printable page about one thing. */
package org.torchgraph.site.brief;
