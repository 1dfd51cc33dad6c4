/** Citations of things and answers, as text and in the formats of reference managers. */
package org.torchgraph.site.cite;
