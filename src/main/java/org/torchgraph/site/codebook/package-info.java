/**
 * Tells what the columns of answers hold, in the forms that programs for tables read: CSVW, Frictionless, Croissant.
 */
package org.torchgraph.site.codebook;
