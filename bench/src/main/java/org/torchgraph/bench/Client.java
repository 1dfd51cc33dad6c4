package org.torchgraph.bench;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A client of one server over HTTP/1.1. Each thread has a connection of its own, which is kept, sends a request as one
 * packet and reads the reply in the calling thread: as little as possible is timed that is not the server's.
 */
final class Client implements AutoCloseable {
    private static final Duration ANSWER = Duration.ofMinutes(2);

    private final String host;
    private final int port;
    private final ThreadLocal<Connection> ofThread = new ThreadLocal<>();
    private final Queue<Connection> opened = new ConcurrentLinkedQueue<>();

    Client(String host, int port) {
        this.host = host;
        this.port = port;
    }

    /**
     * A complete reply.
     *
     * @param head the status line and the fields
     * @param millis from the request to the last byte
     */
    record Reply(int status, String head, byte[] body, double millis) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /** Returns the value of a field, empty if there is none. */
        String field(String name) {
            return Client.field(head, name);
        }
    }

    /** Returns the bytes of a GET with fields of the form {@code Name: value}. */
    byte[] get(String path, String... fields) {
        StringBuilder text = new StringBuilder("GET " + path + " HTTP/1.1\r\nHost: " + host + ":" + port + "\r\n");
        for (String field : fields) {
            text.append(field).append("\r\n");
        }
        return text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Sends a request and reads the reply; once more if the server has closed a connection that was kept. */
    Reply send(byte[] request) throws IOException {
        long begun = System.nanoTime();
        Connection kept = ofThread.get();
        if (kept != null && !kept.socket.isClosed()) {
            try {
                return kept.exchange(request, begun);
            } catch (ClosedBeforeReplyException closed) {
                kept.socket.close();
            }
        }
        Connection fresh = new Connection();
        ofThread.set(fresh);
        return fresh.exchange(request, begun);
    }

    @Override
    public void close() throws IOException {
        for (Connection connection : opened) {
            connection.socket.close();
        }
    }

    private static String field(String head, String name) {
        int at = head.toLowerCase(Locale.ROOT).indexOf("\r\n" + name.toLowerCase(Locale.ROOT) + ":");
        if (at < 0) {
            return "";
        }
        int from = at + name.length() + 3;
        return head.substring(from, head.indexOf("\r\n", from)).strip();
    }

    /** The server closed a connection before it sent a byte, as it may do with one that was idle. */
    private static final class ClosedBeforeReplyException extends IOException {
        private static final long serialVersionUID = 1L;

        ClosedBeforeReplyException(Throwable cause) {
            super("The server closed the connection.", cause);
        }
    }

    private final class Connection {
        private final Socket socket = new Socket();
        private final InputStream in;
        private final byte[] buffer = new byte[1 << 16];
        private int next;
        private int end;

        Connection() throws IOException {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout((int) ANSWER.toMillis());
            socket.connect(new InetSocketAddress(host, port));
            in = socket.getInputStream();
            opened.removeIf(connection -> connection.socket.isClosed());
            opened.add(this);
        }

        Reply exchange(byte[] request, long begun) throws IOException {
            try {
                socket.getOutputStream().write(request);
                fill();
            } catch (java.net.SocketTimeoutException late) {
                socket.close();
                throw late;
            } catch (IOException closed) {
                throw new ClosedBeforeReplyException(closed);
            }
            try {
                String head = head();
                byte[] body = body(head);
                if (field(head, "Connection").equalsIgnoreCase("close")) {
                    socket.close();
                }
                int status = Integer.parseInt(head.substring(9, 12));
                return new Reply(status, head, body, (System.nanoTime() - begun) / 1e6);
            } catch (IOException broken) {
                socket.close();
                throw broken;
            }
        }

        private String head() throws IOException {
            ByteArrayOutputStream head = new ByteArrayOutputStream(1024);
            int lineLength = 0;
            while (true) {
                int read = read();
                head.write(read);
                if (read == '\n') {
                    if (lineLength == 0) {
                        return head.toString(StandardCharsets.ISO_8859_1);
                    }
                    lineLength = 0;
                } else if (read != '\r') {
                    lineLength++;
                }
            }
        }

        private byte[] body(String head) throws IOException {
            if (head.startsWith("304", 9) || head.startsWith("204", 9)) {
                return new byte[0];
            }
            String length = field(head, "Content-Length");
            if (!length.isEmpty()) {
                byte[] body = new byte[Integer.parseInt(length)];
                read(body);
                return body;
            }
            ByteArrayOutputStream body = new ByteArrayOutputStream(1 << 14);
            if (field(head, "Transfer-Encoding").equalsIgnoreCase("chunked")) {
                for (int size = chunkSize(); size > 0; size = chunkSize()) {
                    byte[] chunk = new byte[size];
                    read(chunk);
                    body.write(chunk);
                    line();
                }
                while (!line().isEmpty()) {
                    // A field after the body.
                }
                return body.toByteArray();
            }
            body.write(buffer, next, end - next);
            next = end;
            in.transferTo(body);
            socket.close();
            return body.toByteArray();
        }

        private int chunkSize() throws IOException {
            return Integer.parseInt(line().split(";", 2)[0].strip(), 16);
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int read = read(); read != '\n'; read = read()) {
                if (read != '\r') {
                    line.append((char) read);
                }
            }
            return line.toString();
        }

        private int read() throws IOException {
            if (next == end) {
                fill();
            }
            return buffer[next++];
        }

        private void read(byte[] into) throws IOException {
            int done = Math.min(into.length, end - next);
            System.arraycopy(buffer, next, into, 0, done);
            next += done;
            if (in.readNBytes(into, done, into.length - done) < into.length - done) {
                throw new EOFException();
            }
        }

        private void fill() throws IOException {
            end = Math.max(0, in.read(buffer));
            next = 0;
            if (end == 0) {
                throw new EOFException();
            }
        }
    }
}
