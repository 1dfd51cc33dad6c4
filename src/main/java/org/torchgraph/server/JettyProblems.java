package org.torchgraph.server;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.torchgraph.http.Problem;

/** What Jetty refuses before any route sees it (an ambiguous path, a broken header), told as all problems are. */
final class JettyProblems extends ErrorHandler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        // 501 and 505: a coding or a version of HTTP that the client chose.
        Problem.Kind kind =
                switch (status) {
                    case 404 -> Problem.Kind.NOT_FOUND;
                    case 414 -> Problem.Kind.URI_TOO_LONG;
                    case 431 -> Problem.Kind.HEADERS_TOO_LARGE;
                    case 501, 505 -> Problem.Kind.BAD_REQUEST;
                    default -> status >= 500 ? Problem.Kind.INTERNAL : Problem.Kind.BAD_REQUEST;
                };
        Problem problem = Problem.of(kind, "The request cannot be understood as it was sent.");
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put("Access-Control-Allow-Origin", "*");
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.setStatus(kind.status());
        Content.Sink.write(response, true, problem.toJson(), callback);
        return true;
    }
}
