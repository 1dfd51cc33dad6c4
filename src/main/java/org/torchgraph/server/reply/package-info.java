/** What is asked and what is answered, and how an answer is sent with the headers that all answers have. */
package org.torchgraph.server.reply;
