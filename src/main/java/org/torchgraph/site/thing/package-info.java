/** The page of one thing: its statements with their graphs and claims, its evidence, and what links to it. */
package org.torchgraph.site.thing;
