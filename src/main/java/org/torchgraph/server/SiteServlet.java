package org.torchgraph.server;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.reply.Responder;

/** Serves every path that is not a Fuseki service: pages, documents, files. */
final class SiteServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    private final transient Router router;
    private final transient Responder responder;

    SiteServlet(Router router, Responder responder) {
        this.router = router;
        this.responder = responder;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
        try {
            responder.respond(request, response, router.of(Request.path(request)));
        } catch (IOException broken) {
            BrokenReply.close(request, broken);
        }
    }
}
