package org.torchgraph.server.write;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.torchgraph.http.MediaType;
import org.torchgraph.http.Problem;
import org.torchgraph.http.ProblemException;
import org.torchgraph.messages.Code;
import org.torchgraph.server.reply.Request;

/**
 * Reads the files of a form.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7578">RFC 7578</a>
 */
final class SentFiles {
    /** The media type of such a form. */
    static final String TYPE = "multipart/form-data";

    private static final String CONTENT_TYPE = "content-type:";
    private static final MediaType PLAIN = MediaType.of("text/plain");

    /** A form may have a part that has files itself, and no further ones. */
    private static final int MAX_DEPTH = 1;

    private SentFiles() {}

    /**
     * Returns the files with their media types; a part without one is plain text, as the RFC has it.
     *
     * @throws org.torchgraph.http.ProblemException 400 if the body is no such form
     */
    static List<Request.RequestContent> of(Request request) {
        List<Request.RequestContent> files = new ArrayList<>();
        try {
            read(request.header("Content-Type").orElse(""), request.body().text(), files, 0);
        } catch (IOException | IllegalArgumentException malformed) {
            throw broken();
        }
        if (files.isEmpty()) {
            throw broken();
        }
        return files;
    }

    private static ProblemException broken() {
        return Problem.of(Problem.ProblemKind.BAD_REQUEST, Code.FORM_BROKEN).exception();
    }

    private static void read(String type, String text, List<Request.RequestContent> files, int depth)
            throws IOException {
        MediaType media = MediaType.parse(type).orElse(PLAIN);
        String boundary = media.parameters().get("boundary");
        if (!media.essence().startsWith("multipart/") || boundary == null || depth > MAX_DEPTH) {
            files.add(new Request.RequestContent(media.essence(), text));
            return;
        }
        MultipartInput form = MultipartInput.builder()
                .setInputStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .setBoundary(boundary.getBytes(StandardCharsets.UTF_8))
                .get();
        for (boolean more = form.skipPreamble(); more; more = form.readBoundary()) {
            String part = type(form.readHeaders());
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            form.readBodyData(content);
            read(part, content.toString(StandardCharsets.UTF_8), files, depth + 1);
        }
    }

    private static String type(String headers) {
        return headers.lines()
                .filter(line -> line.regionMatches(true, 0, CONTENT_TYPE, 0, CONTENT_TYPE.length()))
                .map(line -> line.substring(CONTENT_TYPE.length()).strip())
                .findFirst()
                .orElse("");
    }
}
