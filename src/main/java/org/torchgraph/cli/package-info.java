/** The commands: one class each. */
package org.torchgraph.cli;
