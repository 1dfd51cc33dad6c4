/** What is known of one IRI: its statements, parts, claims, incoming links, and the labels of all they name. */
package org.torchgraph.model;
