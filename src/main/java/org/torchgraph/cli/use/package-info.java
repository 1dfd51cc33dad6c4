/**
 * What the commands share: which publication they work on, how they refuse and count, which build of the program they
 * are.
 */
package org.torchgraph.cli.use;
