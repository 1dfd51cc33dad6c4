package org.torchgraph.server;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.torchgraph.query.SharedDeadline;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.reply.Responder;

/** Serves every path that is not a Fuseki service: pages, documents, files. */
final class SiteServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    private final transient Router router;
    private final transient Responder responder;
    private final Duration time;

    /** @param time for what is read of the dataset for one answer */
    SiteServlet(Router router, Responder responder, Duration time) {
        this.router = router;
        this.responder = responder;
        this.time = time;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
        SharedDeadline.begin(time);
        try {
            responder.respond(request, response, router.of(Request.path(request)));
        } catch (IOException broken) {
            BrokenReply.close(request, broken);
        } finally {
            SharedDeadline.end();
        }
    }
}
