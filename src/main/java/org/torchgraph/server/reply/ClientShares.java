package org.torchgraph.server.reply;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.torchgraph.http.Problem;
import org.torchgraph.http.ProblemException;
import org.torchgraph.messages.Code;

/**
 * The number of rationed replies that each client may have in progress, so that one client cannot keep all others from
 * their answers. A reply is in progress from the begin of its computation until it is sent; one from the cache, or one
 * that another request computes, does not count.
 */
final class ClientShares {
    /** How long a request waits for another of its client to end. */
    private static final int PATIENCE_SECONDS = 2;

    /** The bits of an IPv6 address that one client does not choose. */
    private static final int NETWORK_BYTES = 8;

    private final int share;

    /** The free places of each client that has requests in progress. */
    private final LoadingCache<String, Semaphore> free;

    ClientShares(int share) {
        this.share = share;
        this.free =
                Caffeine.newBuilder().weakValues().executor(Runnable::run).build(client -> new Semaphore(share, true));
    }

    /** Returns the place of a request, which is not yet taken. */
    ClientPlace of(HttpServletRequest servlet) {
        return new ClientPlace(free.get(client(servlet)));
    }

    /** Returns a refused reply with the fields that tell its client the limit. */
    Reply limited(Reply refused) {
        return refused.with("RateLimit-Policy", "\"queries\";q=%d;qu=\"concurrent-requests\"".formatted(share))
                .with("RateLimit", "\"queries\";r=0");
    }

    /** Returns the address of a client, or its network if the client has many addresses. */
    static String client(HttpServletRequest servlet) {
        String address = Optional.ofNullable((String) servlet.getAttribute(Request.CLIENT))
                .orElseGet(servlet::getRemoteAddr);
        try {
            // A name has no colon, so that nothing is resolved.
            return address.contains(":") && InetAddress.getByName(address) instanceof Inet6Address ip
                    ? HexFormat.of().formatHex(Arrays.copyOf(ip.getAddress(), NETWORK_BYTES))
                    : address;
        } catch (UnknownHostException obfuscated) {
            return address;
        }
    }

    /** The place of one request among those of its client. */
    final class ClientPlace implements AutoCloseable {
        private final Semaphore own;
        private boolean taken;

        private ClientPlace(Semaphore own) {
            this.own = own;
        }

        /**
         * Takes the place and computes a content.
         *
         * @throws ProblemException 429 if the client has its share in progress for some time already
         */
        Content compute(Supplier<Content> content) {
            try {
                taken = taken || own.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
            if (!taken) {
                throw Problem.of(Problem.ProblemKind.TOO_MANY_REQUESTS, Code.CLIENT_SHARE, share)
                        .exception();
            }
            return content.get();
        }

        @Override
        public void close() {
            if (taken) {
                own.release();
            }
        }
    }
}
