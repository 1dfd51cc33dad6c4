package org.torchgraph.server.reply;

import jakarta.servlet.http.HttpServletRequest;
import org.torchgraph.http.Problem;

/** How a problem is told: as a page to a browser, as a problem document to others. */
public interface ProblemReplies {
    Reply answer(HttpServletRequest servlet, Problem problem);
}
