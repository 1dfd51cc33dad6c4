/** The page of a thing: its statements with their graphs and claims, its evidence, and its incoming links. */
package org.torchgraph.site.thing;
