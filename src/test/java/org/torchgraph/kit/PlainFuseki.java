package org.torchgraph.kit;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.system.Txn;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.torchgraph.dataset.engine.EngineAddress;
import org.torchgraph.publication.Publication;

/** A Fuseki server as it comes, whose default graph is its own and not the union, on a free port. */
public final class PlainFuseki implements AutoCloseable {
    private final DatasetGraph data = DatasetGraphFactory.createTxnMem();
    private final AtomicInteger requests = new AtomicInteger();
    private final FusekiServer server;

    public PlainFuseki() {
        server = FusekiServer.create().port(0).loopback(true).add("/ds", data).build();
        server.getJettyServer()
                .setHandler(new Handler.Wrapper(server.getJettyServer().getHandler()) {
                    @Override
                    public boolean handle(Request request, Response response, Callback callback) throws Exception {
                        requests.incrementAndGet();
                        return super.handle(request, response, callback);
                    }
                });
        server.start();
    }

    /** The statements of a publication, each in its graph. */
    public PlainFuseki with(Publication publication) {
        Txn.executeWrite(data, () -> publication.quads().forEach(data::add));
        return this;
    }

    public DatasetGraph data() {
        return data;
    }

    /** The number of requests so far. */
    public int requests() {
        return requests.get();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getPort() + "/ds";
    }

    public EngineAddress address() {
        return new EngineAddress(url() + "/sparql", Optional.of(url() + "/data"));
    }

    @Override
    public void close() {
        server.stop();
    }
}
