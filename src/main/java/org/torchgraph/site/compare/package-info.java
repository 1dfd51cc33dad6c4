/** Things of one class side by side. */
package org.torchgraph.site.compare;
