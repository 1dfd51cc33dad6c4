package org.torchgraph.server.reply;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.io.IOUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torchgraph.http.EntityTag;
import org.torchgraph.http.MediaType;
import org.torchgraph.http.Mount;
import org.torchgraph.http.Preconditions;
import org.torchgraph.http.Preconditions.EntityTags;
import org.torchgraph.http.Problem;
import org.torchgraph.http.ProblemException;
import org.torchgraph.http.accept.AcceptEncoding;
import org.torchgraph.messages.Code;

/** Sends replies: methods, preconditions, codings, and the headers that every reply has. */
public final class Responder {
    private static final Logger LOG = LoggerFactory.getLogger(Responder.class);
    private static final String GZIP = "gzip";
    private static final int WORTH_COMPRESSING = 512;
    private static final long MOST_DISCARDED = 4L << 20;

    private final ReplyCache cache;
    private final ProblemReplies problems;

    /** @param patience how long a request tries again when another, which asked for the same, failed */
    public Responder(ProblemReplies problems, Duration patience) {
        this.problems = problems;
        this.cache = new ReplyCache(patience);
    }

    /** Replies to a request by a route. Nothing is sent before the content is whole. */
    public void respond(HttpServletRequest servlet, HttpServletResponse response, Route route) throws IOException {
        Headers.always(route, response);
        List<String> allowed = new ArrayList<>(route.methods());
        allowed.add("OPTIONS");
        if (servlet.getMethod().equals("OPTIONS")) {
            Headers.options(servlet, response, allowed);
            return;
        }
        try {
            if (!allowed.contains(servlet.getMethod())) {
                throw Problem.methodNotAllowed(servlet.getMethod(), allowed).exception();
            }
            answer(servlet, response, route, Request.of(servlet));
        } catch (ProblemException refused) {
            problem(servlet, response, route, refused.problem());
        } catch (RuntimeException | StackOverflowError bug) {
            LOG.error("{} {} failed", servlet.getMethod(), servlet.getRequestURI(), bug);
            problem(servlet, response, route, Problem.of(Problem.ProblemKind.INTERNAL, Code.SERVER_FAULT));
        }
    }

    /** In the form that suits the client best; where that cannot say it, in the next. */
    private void answer(HttpServletRequest servlet, HttpServletResponse response, Route route, Request request)
            throws IOException {
        Reply reply = route.answer(request);
        try {
            send(servlet, response, reply);
        } catch (ProblemException unsayable) {
            MediaType form = MediaType.of(reply.mediaType());
            boolean another =
                    reply.vary().contains("Accept") && !request.inVain().contains(form.essence());
            if (unsayable.problem().kind() != Problem.ProblemKind.NOT_ACCEPTABLE
                    || unsayable.problem().message().code() == Code.ANSWER_CODING
                    || !another) {
                throw unsayable;
            }
            try {
                answer(servlet, response, route, request.inVain(form));
            } catch (ProblemException noOther) {
                throw noOther.problem().kind() == Problem.ProblemKind.NOT_ACCEPTABLE ? unsayable : noOther;
            }
        }
    }

    private void problem(HttpServletRequest servlet, HttpServletResponse response, Route route, Problem problem)
            throws IOException {
        if (response.isCommitted()) {
            // Too late for a status: a broken connection tells that the content is not whole.
            throw new IOException("failed after the reply had begun");
        }
        discardBody(servlet);
        response.reset();
        Headers.always(route, response);
        send(servlet, response, problems.answer(servlet, problem));
    }

    /** A client that is cut off while it sends may never read the answer (RFC 9112 §9.6). */
    private static void discardBody(HttpServletRequest servlet) {
        try {
            IOUtils.skip(servlet.getInputStream(), MOST_DISCARDED);
        } catch (IOException broken) {
            LOG.debug("{} {}: the body was not sent whole", servlet.getMethod(), servlet.getRequestURI(), broken);
        }
    }

    private void send(HttpServletRequest servlet, HttpServletResponse response, Reply reply) throws IOException {
        boolean compressible = Headers.isCompressible(reply.mediaType());
        AcceptEncoding codings = Headers.codings(servlet);
        if (reply.status() == HttpServletResponse.SC_OK && !codings.takesIdentity() && !codings.takes(GZIP)) {
            throw Problem.of(Problem.ProblemKind.NOT_ACCEPTABLE, Code.ANSWER_CODING)
                    .exception();
        }
        if (reply.tag().isPresent()
                && isHeld(servlet, response, reply, reply.tag().get())) {
            Headers.of(reply, compressible, Request.mount(servlet), response);
            return;
        }
        try (Content content = content(reply)) {
            send(servlet, response, content.isComplete() ? reply : reply.notStored(), compressible, content);
        }
    }

    private void send(
            HttpServletRequest servlet,
            HttpServletResponse response,
            Reply reply,
            boolean compressible,
            Content content)
            throws IOException {
        Mount mount = Request.mount(servlet);
        Headers.of(reply, compressible, mount, response);
        content.headers().forEach(response::addHeader);
        Headers.links(Stream.concat(reply.links().stream(), content.links().stream()), mount, response);
        boolean worth = compressible && content.length() >= WORTH_COMPRESSING;
        AcceptEncoding codings = Headers.codings(servlet);
        boolean gzip = worth && codings.prefers(GZIP) || !codings.takesIdentity() && codings.takes(GZIP);
        if (reply.tag().isPresent()) {
            EntityTag tag = reply.tag().get();
            response.setHeader("ETag", (gzip ? tag.coded(GZIP) : tag).toString());
        }
        response.setStatus(reply.status());
        response.setContentType(Headers.contentType(reply.mediaType()));
        if (gzip) {
            response.setHeader("Content-Encoding", GZIP);
        }
        boolean head = servlet.getMethod().equals("HEAD");
        if (gzip && reply.tag().isPresent() && ReplyCache.isKept(content)) {
            whole(response, cache.gzipped(reply.tag().get().coded(GZIP), content), head);
        } else if (!gzip) {
            whole(response, content, head);
        } else if (!head) {
            try (GZIPOutputStream out = new GZIPOutputStream(response.getOutputStream())) {
                content.writeTo(out);
            }
        }
    }

    /**
     * Whether the client has the content already, which is then told it.
     *
     * @throws ProblemException when it is not the version that the client asked for
     */
    private boolean isHeld(HttpServletRequest servlet, HttpServletResponse response, Reply reply, EntityTag tag)
            throws IOException {
        Preconditions conditions = Preconditions.of(name -> Headers.values(servlet, name));
        Optional<Instant> modified =
                Optional.ofNullable(reply.headers().get("Last-Modified")).flatMap(Preconditions::date);
        Preconditions.PreconditionResult outcome =
                conditions.judge(tag, modified, !servlet.getMethod().equals("POST"));
        if (outcome == Preconditions.PreconditionResult.SEND) {
            return false;
        }
        Optional<EntityTags> named = conditions.noneMatch().filter(tags -> !tags.any());
        if (outcome == Preconditions.PreconditionResult.FAILED || named.isEmpty()) {
            // Who names the tag was sent the content. Others ask whether there is any, which it alone tells.
            content(reply).close();
        }
        if (outcome == Preconditions.PreconditionResult.FAILED) {
            throw Problem.of(Problem.ProblemKind.PRECONDITION_FAILED, Code.CONDITION_FAILED, tag)
                    .exception();
        }
        response.setHeader(
                "ETag", named.flatMap(tags -> tags.known(tag)).orElse(tag).toString());
        response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        return true;
    }

    private Content content(Reply reply) {
        return reply.tag().isPresent()
                ? cache.get(reply.tag().get(), reply.content())
                : reply.content().get();
    }

    private static void whole(HttpServletResponse response, Content content, boolean head) throws IOException {
        response.setContentLengthLong(content.length());
        if (!head) {
            content.writeTo(response.getOutputStream());
        }
    }
}
