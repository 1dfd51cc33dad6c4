package org.torchgraph.server;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.commons.lang3.StringUtils;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.RequestLogWriter;
import org.eclipse.jetty.server.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Message;

/**
 * A file with a JSON object a line for each request. It has no query strings, header fields with secrets, or bodies.
 */
public final class AccessLog implements RequestLog, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);
    private static final int MAX_CHARACTERS = 1000;

    private final RequestLogWriter file;
    private boolean failing;

    private AccessLog(RequestLogWriter file) {
        this.file = file;
    }

    /**
     * Opens a log, to which lines are added. Jetty begins another file each day if the name contains
     * {@code yyyy_mm_dd}.
     *
     * @throws AccessLogException if the file cannot be written
     */
    public static AccessLog to(Path file) {
        AccessLog log = new AccessLog(new RequestLogWriter(file.toString()));
        log.reopen();
        return log;
    }

    /** Opens the file anew, after it was renamed to be kept. */
    public synchronized void reopen() {
        try {
            file.stop();
            file.start();
        } catch (Exception refused) {
            throw new AccessLogException(Message.of(Code.FILE_UNWRITABLE, file.getFileName(), refused.getMessage()));
        }
    }

    @Override
    public void log(Request request, Response response) {
        String line = line(request, response);
        synchronized (this) {
            try {
                file.write(line);
                failing = false;
            } catch (IOException full) {
                if (!failing) {
                    LOG.warn("The access log cannot be written: {}", full.getMessage());
                }
                failing = true;
            }
        }
    }

    private static String line(Request request, Response response) {
        Object client = request.getAttribute(org.torchgraph.server.reply.Request.CLIENT);
        JsonObjectBuilder line = Json.createObjectBuilder()
                .add("time", Instant.ofEpochMilli(Request.getTimeStamp(request)).toString())
                .add("client", client == null ? Request.getRemoteAddr(request) : client.toString())
                .add("method", clipped(request.getMethod()))
                .add("path", clipped(request.getHttpURI().getPath()))
                .add("status", response.getStatus())
                .add("bytes", Response.getContentBytesWritten(response))
                .add("ms", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - request.getHeadersNanoTime()));
        Optional.ofNullable(response.getHeaders().get("Torchgraph-Version"))
                .ifPresent(version -> line.add("version", version));
        Optional.ofNullable(request.getHeaders().get(HttpHeader.USER_AGENT))
                .ifPresent(agent -> line.add("agent", clipped(agent)));
        return line.build().toString();
    }

    private static String clipped(String text) {
        return StringUtils.left(StringUtils.defaultString(text), MAX_CHARACTERS);
    }

    @Override
    public synchronized void close() throws IOException {
        try {
            file.stop();
        } catch (Exception late) {
            throw new IOException(late);
        }
    }
}
