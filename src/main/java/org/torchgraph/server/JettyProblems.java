package org.torchgraph.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.commons.lang3.StringUtils;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torchgraph.http.Mount;
import org.torchgraph.http.Problem;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Language;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.server.reply.CommonHeaders;

/**
 * Sends problem documents for requests that Jetty rejects before any route sees them, such as an ambiguous path or a
 * broken header.
 */
final class JettyProblems extends ErrorHandler {
    private static final Logger LOG = LoggerFactory.getLogger(JettyProblems.class);

    /** The number of bytes of a rejected header section that are read. */
    private static final int MAX_DISCARDED_BYTES = 4 << 20;

    /** The time without a byte after which the rest is given up. */
    private static final int MAX_SILENT_MILLIS = 300;

    private final Mount context;

    /** @param context where the server has the site */
    JettyProblems(Mount context) {
        this.context = context;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        // 501 and 505 are about a coding or an HTTP version that the client chose.
        Problem.ProblemKind kind =
                switch (status) {
                    case 404 -> Problem.ProblemKind.NOT_FOUND;
                    case 414 -> Problem.ProblemKind.URI_TOO_LONG;
                    case 431 -> Problem.ProblemKind.HEADERS_TOO_LARGE;
                    case 501, 505 -> Problem.ProblemKind.BAD_REQUEST;
                    default -> status >= 500 ? Problem.ProblemKind.INTERNAL : Problem.ProblemKind.BAD_REQUEST;
                };
        if (kind == Problem.ProblemKind.URI_TOO_LONG || kind == Problem.ProblemKind.HEADERS_TOO_LARGE) {
            discardRest(request);
        }
        Problem problem = Problem.of(kind, Code.REQUEST_UNREADABLE);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        CommonHeaders.set(response.getHeaders()::put);
        // Jetty closes the connection after a request that it cannot parse, not always announcing it, so that the
        // client would send its next request on it (RFC 9112 §9.6).
        response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE.asString());
        response.setStatus(kind.status());
        Content.Sink.write(response, true, problem.toJson(context.of(SiteRoute.ABOUT.path()), Language.EN), callback);
        return true;
    }

    /**
     * Reads the rest of a rejected header section, because a client whose connection is reset while it sends may never
     * read the reply (RFC 9112 §9.6). It stops at the blank line that ends the section, after silence, or after
     * {@link #MAX_DISCARDED_BYTES}.
     */
    private static void discardRest(Request request) {
        EndPoint client = request.getConnectionMetaData().getConnection().getEndPoint();
        ByteBuffer taken = ByteBuffer.allocate(64 * 1024);
        String end = "";
        int silent = 0;
        try {
            for (long all = 0; all < MAX_DISCARDED_BYTES && silent < MAX_SILENT_MILLIS && !end.endsWith("\r\n\r\n"); ) {
                taken.clear().flip();
                int read = client.fill(taken);
                if (read < 0) {
                    return;
                }
                if (read == 0) {
                    silent++;
                    Thread.sleep(1);
                } else {
                    silent = 0;
                    all += read;
                    end = StringUtils.right(end + StandardCharsets.ISO_8859_1.decode(taken), 4);
                }
            }
        } catch (IOException gone) {
            LOG.debug("a refused client is gone", gone);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
