/** What the commands share: which publication they work on, how they refuse, how they count. */
package org.torchgraph.cli.use;
