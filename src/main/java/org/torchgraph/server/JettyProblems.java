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

/** What Jetty refuses before any route sees it (an ambiguous path, a broken header), told as all problems are. */
final class JettyProblems extends ErrorHandler {
    private static final Logger LOG = LoggerFactory.getLogger(JettyProblems.class);

    /** Bytes of a refused head. */
    private static final int MOST_DISCARDED = 4 << 20;

    /** Milliseconds without a byte. */
    private static final int MOST_SILENT = 300;

    private final Mount context;

    /** @param context where the server has the site */
    JettyProblems(Mount context) {
        this.context = context;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        // 501 and 505: a coding or a version of HTTP that the client chose.
        Problem.ProblemKind kind =
                switch (status) {
                    case 404 -> Problem.ProblemKind.NOT_FOUND;
                    case 414 -> Problem.ProblemKind.URI_TOO_LONG;
                    case 431 -> Problem.ProblemKind.HEADERS_TOO_LARGE;
                    case 501, 505 -> Problem.ProblemKind.BAD_REQUEST;
                    default -> status >= 500 ? Problem.ProblemKind.INTERNAL : Problem.ProblemKind.BAD_REQUEST;
                };
        if (kind == Problem.ProblemKind.URI_TOO_LONG || kind == Problem.ProblemKind.HEADERS_TOO_LARGE) {
            takeInRest(request);
        }
        Problem problem = Problem.of(kind, Code.REQUEST_UNREADABLE);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put("Access-Control-Allow-Origin", "*");
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        // Jetty ends the connection after a request that it cannot read, not always with a word to the client, which
        // would send its next one on it (RFC 9112 §9.6).
        response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE.asString());
        response.setStatus(kind.status());
        Content.Sink.write(response, true, problem.toJson(context.of(SiteRoute.ABOUT.path()), Language.EN), callback);
        return true;
    }

    /**
     * Reads what of a refused head is still on its way, for a client that is cut off while it sends may never read the
     * answer (RFC 9112 §9.6); until the blank line that ends the head, silence, or {@link #MOST_DISCARDED} bytes.
     */
    private static void takeInRest(Request request) {
        EndPoint client = request.getConnectionMetaData().getConnection().getEndPoint();
        ByteBuffer taken = ByteBuffer.allocate(64 * 1024);
        String end = "";
        int silent = 0;
        try {
            for (long all = 0; all < MOST_DISCARDED && silent < MOST_SILENT && !end.endsWith("\r\n\r\n"); ) {
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
