package org.torchgraph.server.reply;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Output to a client, whose failures are thus told from those of what is read meanwhile. */
final class ClientOutput extends FilterOutputStream {

    ClientOutput(OutputStream client) {
        super(client);
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException gone) {
            throw new ClientGoneException(gone);
        }
    }
}
