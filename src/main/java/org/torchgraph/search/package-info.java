/** Words to things: the index of one dataset version, what is wanted of it, and the hits. */
package org.torchgraph.search;
