package org.torchgraph.server.reply;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.io.IOUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torchgraph.dataset.disk.StoreException;
import org.torchgraph.http.EntityTag;
import org.torchgraph.http.MediaType;
import org.torchgraph.http.Mount;
import org.torchgraph.http.Preconditions;
import org.torchgraph.http.Preconditions.EntityTags;
import org.torchgraph.http.Problem;
import org.torchgraph.http.ProblemException;
import org.torchgraph.http.accept.AcceptEncoding;
import org.torchgraph.messages.Code;

/** Sends replies: methods, conditional requests, content codings, and the header fields of every reply. */
public final class Responder {
    private static final Logger LOG = LoggerFactory.getLogger(Responder.class);
    private static final String GZIP = "gzip";
    private static final int MIN_COMPRESSED_BYTES = 512;
    private static final long MAX_DISCARDED_BYTES = 4L << 20;
    private static final long MIN_DISCARDED_RATE = 1L << 20;
    private static final Duration DISCARDING = Duration.ofSeconds(3);

    private final ReplyCache cache;
    private final ProblemReplies problems;
    private final ClientShares shares;
    private final Supplier<Optional<Instant>> silence;

    /**
     * Creates a responder with an empty cache.
     *
     * @param problems converts problems to replies
     * @param patience how long a request retries if the computation that it waited for failed
     * @param share the number of rationed replies that a client may have in progress
     * @param silence the time since which the store has not answered, while it does not
     */
    public Responder(ProblemReplies problems, Duration patience, int share, Supplier<Optional<Instant>> silence) {
        this.silence = silence;
        this.problems = problems;
        this.shares = new ClientShares(share);
        this.cache = new ReplyCache(patience);
    }

    /** Measures the cache of replies. */
    public void measure(MeterRegistry registry) {
        cache.measure(registry);
    }

    /**
     * Replies to a request with the reply of a route. Nothing is sent before the content is complete.
     *
     * @throws IOException if the reply is broken off; a reason other than the client is logged
     */
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
            answer(servlet, response, route, Request.of(servlet, route));
        } catch (ProblemException refused) {
            problem(servlet, response, route, refused.problem());
        } catch (ClientGoneException gone) {
            throw gone;
        } catch (IOException broken) {
            LOG.error("{} {} broken off", servlet.getMethod(), servlet.getRequestURI(), broken);
            throw broken;
        } catch (StoreException damaged) {
            LOG.error("{} {} failed: {}", servlet.getMethod(), servlet.getRequestURI(), damaged.getMessage());
            problem(servlet, response, route, Problem.of(Problem.ProblemKind.INTERNAL, Code.SERVER_FAULT));
        } catch (RuntimeException | StackOverflowError bug) {
            Optional<Problem> store = StoreProblem.of(bug);
            if (store.isPresent()) {
                problem(servlet, response, route, store.get());
                return;
            }
            LOG.error("{} {} failed", servlet.getMethod(), servlet.getRequestURI(), bug);
            problem(servlet, response, route, Problem.of(Problem.ProblemKind.INTERNAL, Code.SERVER_FAULT));
        }
    }

    /** Replies in the form that the client prefers or, if that cannot express the reply, in the next one. */
    private void answer(HttpServletRequest servlet, HttpServletResponse response, Route route, Request request)
            throws IOException {
        Reply reply = route.answer(request);
        try {
            send(servlet, response, reply);
        } catch (ProblemException unsayable) {
            MediaType form = MediaType.of(reply.mediaType());
            boolean another =
                    reply.vary().contains("Accept") && !request.inexpressible().contains(form.essence());
            if (unsayable.problem().kind() != Problem.ProblemKind.NOT_ACCEPTABLE
                    || unsayable.problem().message().code() == Code.ANSWER_CODING
                    || !another) {
                throw unsayable;
            }
            try {
                answer(servlet, response, route, request.inexpressible(form));
            } catch (ProblemException noOther) {
                throw noOther.problem().kind() == Problem.ProblemKind.NOT_ACCEPTABLE ? unsayable : noOther;
            }
        }
    }

    private void problem(HttpServletRequest servlet, HttpServletResponse response, Route route, Problem problem)
            throws IOException {
        if (response.isCommitted()) {
            // Too late for a status: the client detects by the broken connection that the content is incomplete.
            throw new IOException("failed after the reply had begun");
        }
        boolean late = problem.kind() == Problem.ProblemKind.REQUEST_TIMEOUT;
        if (!late) {
            discardBody(servlet);
        }
        response.reset();
        Headers.always(route, response);
        if (late) {
            response.setHeader("Connection", "close");
        }
        Reply reply = problems.answer(servlet, problem);
        boolean rationed = problem.kind() == Problem.ProblemKind.TOO_MANY_REQUESTS;
        send(servlet, response, rationed ? shares.limited(reply) : reply);
    }

    /**
     * Reads the rest of the body, because a client whose connection is reset while it sends may never read the reply
     * (RFC 9112 §9.6).
     */
    private static void discardBody(HttpServletRequest servlet) {
        try {
            IOUtils.skip(new PacedInput(servlet.getInputStream(), DISCARDING, MIN_DISCARDED_RATE), MAX_DISCARDED_BYTES);
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
        try (ClientShares.ClientPlace place = shares.of(servlet)) {
            boolean silent = reply.isOfDataset() && silence.get().isPresent();
            if (!silent
                    && reply.tag().isPresent()
                    && isNotModified(servlet, response, reply, reply.tag().get(), place)) {
                Headers.of(reply, compressible, Request.mount(servlet), response);
                // Before it is closed, so that no length is made up that the content does not have (RFC 9110 §8.6).
                response.flushBuffer();
                return;
            }
            try (Content content = content(reply, place)) {
                Optional<Instant> since = reply.isOfDataset() ? silence.get() : Optional.empty();
                if (since.isPresent()) {
                    Reply stale = reply.stale(since.get());
                    send(servlet, response, stale, compressible, stale.notice().apply(content, since.get()));
                } else {
                    send(servlet, response, content.isComplete() ? reply : reply.notStored(), compressible, content);
                }
            }
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
        Headers.links(Stream.concat(reply.links().stream(), content.links().stream()), mount, response);
        boolean compresses = compressible && content.length() >= MIN_COMPRESSED_BYTES;
        AcceptEncoding codings = Headers.codings(servlet);
        boolean gzip = compresses && codings.prefers(GZIP) || !codings.takesIdentity() && codings.takes(GZIP);
        content.headers().forEach((name, value) -> {
            // The digest is that of the content without a coding.
            if (!gzip || !name.equals(DigestedContent.HEADER)) {
                response.addHeader(name, value);
            }
        });
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
            // Not closed after a failure: the trailer would make a part look complete.
            GZIPOutputStream out = new GZIPOutputStream(new ClientOutput(response.getOutputStream()));
            content.writeTo(out);
            out.finish();
        }
    }

    /**
     * Sends 304 and returns true if the client's validator matches.
     *
     * @throws ProblemException 412 if a precondition fails
     */
    private boolean isNotModified(
            HttpServletRequest servlet,
            HttpServletResponse response,
            Reply reply,
            EntityTag tag,
            ClientShares.ClientPlace place)
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
            // A client that names the tag has had the content. For other conditions it has to be computed first.
            content(reply, place).close();
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

    private Content content(Reply reply, ClientShares.ClientPlace place) {
        Supplier<Content> content = reply.rationed() ? () -> place.compute(reply.content()) : reply.content();
        return reply.tag().isPresent() ? cache.get(reply.tag().get(), content) : content.get();
    }

    private static void whole(HttpServletResponse response, Content content, boolean head) throws IOException {
        response.setContentLengthLong(content.length());
        if (!head) {
            content.writeTo(new ClientOutput(response.getOutputStream()));
        }
    }
}
