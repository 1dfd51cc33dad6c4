package org.torchgraph.server.reply;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.torchgraph.http.MediaType;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.http.Problem;
import org.torchgraph.http.ProblemException;
import org.torchgraph.messages.Code;

/**
 * Reads the body of a request: UTF-8, with or without gzip, limited in time, and in length before and after
 * decompression.
 */
final class RequestBody {
    /** The time after which a body has to have come at the minimum rate. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private static final long MIN_BYTES_PER_SECOND = 8 * 1024;

    /** Gzip and its older name. */
    private static final Set<String> GZIP = Set.of("gzip", "x-gzip");

    private RequestBody() {}

    /**
     * Reads the body.
     *
     * @param most the number of bytes that it may have
     * @throws ProblemException if the body is malformed, too large, too slow, or in an unsupported coding or charset
     */
    static Request.RequestContent read(HttpServletRequest servlet, long most) {
        String coding = Headers.values(servlet, "Content-Encoding")
                .map(value -> value.strip().toLowerCase(Locale.ROOT))
                .orElse("identity");
        boolean gzip = GZIP.contains(coding);
        if (!gzip && !coding.equals("identity")) {
            throw Problem.of(Problem.ProblemKind.UNSUPPORTED_CODING, Code.BODY_CODING, coding)
                    .exception();
        }
        String type = type(servlet);
        byte[] sent = sent(servlet, most);
        return new Request.RequestContent(
                type,
                PercentEncoding.utf8(gzip ? inflated(sent, most) : sent).orElseThrow(() -> bad(Code.BODY_NOT_UTF8)));
    }

    private static byte[] sent(HttpServletRequest servlet, long most) {
        try {
            return bounded(new PacedInput(servlet.getInputStream(), GRACE, MIN_BYTES_PER_SECOND), most);
        } catch (IOException broken) {
            if (ExceptionUtils.indexOfType(broken, TimeoutException.class) >= 0) {
                throw Problem.of(
                                Problem.ProblemKind.REQUEST_TIMEOUT,
                                Code.BODY_SLOW,
                                GRACE.toSeconds(),
                                MIN_BYTES_PER_SECOND / 1024)
                        .exception();
            }
            throw bad(Code.BODY_UNREADABLE);
        }
    }

    private static byte[] inflated(byte[] sent, long most) {
        try (InputStream body = new GZIPInputStream(new ByteArrayInputStream(sent))) {
            return bounded(body, most);
        } catch (IOException broken) {
            throw bad(Code.BODY_NOT_GZIP);
        }
    }

    private static byte[] bounded(InputStream body, long most) throws IOException {
        byte[] bytes = body.readNBytes(Math.toIntExact(most + 1));
        if (bytes.length > most) {
            throw Problem.of(Problem.ProblemKind.TOO_LARGE, Code.BODY_TOO_LARGE, most / 1024)
                    .exception();
        }
        return bytes;
    }

    private static String type(HttpServletRequest servlet) {
        // The header itself, because Jetty's getContentType() throws for an unknown charset.
        String header = Headers.values(servlet, "Content-Type").orElse("");
        Optional<MediaType> type = MediaType.parse(header);
        String charset = type.map(named -> named.parameters().get("charset")).orElse("utf-8");
        if (!charset.equalsIgnoreCase("utf-8") && !charset.equalsIgnoreCase("us-ascii")) {
            throw Problem.of(Problem.ProblemKind.UNSUPPORTED_MEDIA, Code.BODY_CHARSET, charset)
                    .exception();
        }
        return type.map(MediaType::essence).orElse(header);
    }

    private static ProblemException bad(Code code) {
        return Problem.of(Problem.ProblemKind.BAD_REQUEST, code).exception();
    }
}
