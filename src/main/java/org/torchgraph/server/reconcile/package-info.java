/** Reconciliation: the things that names in a table mean, by the Reconciliation Service API 0.2. */
package org.torchgraph.server.reconcile;
