package org.torchgraph.server;

import java.io.IOException;
import org.apache.jena.fuseki.servlets.ActionService;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.torchgraph.server.reply.Responder;
import org.torchgraph.server.reply.Route;

/** A service that Fuseki dispatches to, answered by a route like every other path. */
final class DatasetService extends ActionService {
    private final Route route;
    private final Responder responder;

    DatasetService(Route route, Responder responder) {
        this.route = route;
        this.responder = responder;
    }

    @Override
    public void process(HttpAction action) {
        try {
            responder.respond(action.getRequest(), action.getResponse(), route);
        } catch (IOException broken) {
            BrokenReply.close(action.getRequest(), broken);
        }
    }

    @Override
    public void validate(HttpAction action) {
        // The route validates the request.
    }

    @Override
    public void execute(HttpAction action) {
        process(action);
    }
}
