/** One page of a list that is too long for one. */
package org.torchgraph.model.portion;
