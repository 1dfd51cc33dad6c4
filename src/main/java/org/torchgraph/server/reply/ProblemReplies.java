package org.torchgraph.server.reply;

import jakarta.servlet.http.HttpServletRequest;
import org.torchgraph.http.Problem;

/** Converts a problem to a reply: a page for browsers, a problem document for other clients. */
public interface ProblemReplies {
    /** Returns the reply to a request that failed. */
    Reply answer(HttpServletRequest servlet, Problem problem);
}
