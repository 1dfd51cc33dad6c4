package org.torchgraph.server;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.eclipse.jetty.ee11.servlet.ServletContextRequest;

/** Breaks off a reply at the connection, so that the client detects that it is incomplete. */
final class BrokenReply {
    private BrokenReply() {}

    /**
     * Closes the connection of a request. Nothing is logged: the responder has logged what is a fault of the server.
     */
    static void close(HttpServletRequest request, IOException cause) {
        ServletContextRequest.getServletContextRequest(request)
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close(cause);
    }
}
