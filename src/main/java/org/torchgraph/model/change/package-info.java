/** What writers have changed since the store was filled: write by write, and thing by thing. */
package org.torchgraph.model.change;
