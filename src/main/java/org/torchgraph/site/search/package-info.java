/** The search page: form, hits with highlighted matches, filters. */
package org.torchgraph.site.search;
