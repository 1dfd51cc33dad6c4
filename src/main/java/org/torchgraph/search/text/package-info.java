/** Text analysis: tokens, folding of accents and letter case, synonyms. */
package org.torchgraph.search.text;
