package org.torchgraph.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Starts the servers that are compared, each as a process of its own on loopback. What they print goes to
 * {@code bench/target}. A server that this machine has no program for is left out, and said to be.
 *
 * @param home the folder of the program
 * @param classpath that of plain Fuseki, and of the benchmark
 */
record Servers(Path home, String classpath) {
    private static final Duration START = Duration.ofMinutes(5);
    private static final String OXIGRAPH = "0.5.11";
    private static final String TRIFID = "5.3.0";
    private static final String GRAPH = Policies.BASE + "graph";

    /** The user who may write to a new database of Virtuoso, and the password. */
    private static final String VIRTUOSO_USER = "dba";

    /** Starts plain Fuseki over a dataset in memory, an empty one if there are no files. */
    Engine fuseki(List<Path> files) throws IOException, InterruptedException {
        int port = Shell.freePort();
        List<String> command = new ArrayList<>(List.of(
                Shell.java(),
                "-Xmx4g",
                "-cp",
                classpath,
                "org.apache.jena.fuseki.main.cmds.FusekiServerCmd",
                "--port=" + port,
                "--localhost"));
        files.forEach(file -> command.add("--file=" + file));
        if (files.isEmpty()) {
            command.add("--mem");
        }
        command.add("/ds");
        String version = Shell.part("jena-fuseki-main-([\\d.]+)\\.jar", classpath);
        return start("Fuseki", version, "http://127.0.0.1:" + port + "/ds", home, command);
    }

    Engine torchgraph(Path publication) throws IOException, InterruptedException {
        return torchgraph("Torchgraph", publication, "memory");
    }

    /** Starts Torchgraph with a store, under a name of its own. */
    Engine torchgraph(String name, Path publication, String store) throws IOException, InterruptedException {
        int port = Shell.freePort();
        String version = Shell.part("torchgraph (\\S+)", Shell.output(home, launcher(), "--version"));
        String commit = Shell.part("^([0-9a-f]{7,})\\s*$", Shell.output(home, "git", "rev-parse", "--short", "HEAD"));
        return start(
                name,
                (version + " " + commit).strip(),
                "http://127.0.0.1:" + port + "/sparql",
                home,
                List.of(
                        launcher(),
                        "serve",
                        "--port",
                        "" + port,
                        "--publication",
                        publication.toString(),
                        "--store",
                        store));
    }

    private String launcher() {
        return home.resolve("torchgraph").toString();
    }

    /** Sends the graphs of a publication to an engine, each under its name. */
    void load(Path publication, Engine engine, String graphStore) throws IOException, InterruptedException {
        URI there = engine.endpoint();
        String root = "http://" + there.getAuthority();
        Path log = home.resolve("bench/target/load-" + engine.name() + ".log");
        ProcessBuilder load = new ProcessBuilder(
                        launcher(),
                        "load",
                        "--publication",
                        publication.toString(),
                        "--store",
                        "sparql:" + root + there.getRawPath(),
                        "--graph-store-url",
                        root + graphStore,
                        "--store-user",
                        VIRTUOSO_USER)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        load.environment().put("TORCHGRAPH_STORE_PASSWORD", VIRTUOSO_USER);
        Process process = load.start();
        process.getOutputStream().close();
        if (!process.waitFor(START.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        if (process.exitValue() != 0) {
            throw new IOException(
                    engine.name() + " could not be loaded; bench/target/" + log.getFileName() + " tells why.");
        }
    }

    /** Starts Oxigraph in Node. */
    Optional<Engine> oxigraph(List<Path> files) throws IOException, InterruptedException {
        Optional<Path> installed = installed("oxigraph", OXIGRAPH);
        if (installed.isEmpty()) {
            return Optional.empty();
        }
        int port = Shell.freePort();
        List<String> command = new ArrayList<>(
                List.of("node", home.resolve("bench/oxigraph.cjs").toString(), "" + installed.get(), "" + port));
        files.forEach(file -> command.add(file.toString()));
        String node = Shell.output(home, "node", "--version").strip();
        return peer(
                "Oxigraph",
                OXIGRAPH + " (WebAssembly, Node " + node + ")",
                "http://127.0.0.1:" + port + "/",
                home,
                command);
    }

    /** Starts Virtuoso over an empty database, and loads the files of a folder. */
    Optional<Engine> virtuoso(Path data) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        int sql = Shell.freePort();
        Optional<Engine> started = virtuoso(sql, data, "?default-graph-uri=" + GRAPH);
        for (String files : started.isPresent() ? List.of("*.nt", "*.ttl") : List.<String>of()) {
            Shell.output(
                    home,
                    "isql-vt",
                    "127.0.0.1:" + sql,
                    VIRTUOSO_USER,
                    VIRTUOSO_USER,
                    "EXEC=ld_dir('" + data + "', '" + files + "', '" + GRAPH + "'); rdf_loader_run(); checkpoint;");
        }
        long millis = (System.nanoTime() - begun) / 1_000_000;
        return started.map(
                engine -> new Engine(engine.name(), engine.version(), engine.endpoint(), engine.process(), millis));
    }

    /** Starts Virtuoso over an empty database. */
    Optional<Engine> virtuoso() throws IOException, InterruptedException {
        return virtuoso(Shell.freePort(), home.resolve("data"), "");
    }

    private Optional<Engine> virtuoso(int sql, Path data, String parameters) throws IOException, InterruptedException {
        if (!Shell.has("virtuoso-t") || !Shell.has("isql-vt")) {
            return leftOut("Virtuoso", "virtuoso-t and isql-vt are not installed");
        }
        Path folder = Shell.emptied(home.resolve("bench/target/virtuoso"));
        int port = Shell.freePort();
        String settings = Files.readString(home.resolve("bench/virtuoso.ini"));
        Files.writeString(
                folder.resolve("virtuoso.ini"),
                settings.replace("{http}", "127.0.0.1:" + port)
                        .replace("{sql}", "127.0.0.1:" + sql)
                        .replace("{cores}", "" + Runtime.getRuntime().availableProcessors())
                        .replace("{data}", data.toString()));
        String version = Shell.part("Version ([\\d.]+)", Shell.output(home, "virtuoso-t", "-?"));
        return peer(
                "Virtuoso",
                version,
                "http://127.0.0.1:" + port + "/sparql" + parameters,
                folder,
                List.of("virtuoso-t", "+foreground", "+configfile", "virtuoso.ini"));
    }

    /** Starts Trifid, whose pages ask an endpoint. */
    Optional<Engine> trifid(URI endpoint) throws IOException, InterruptedException {
        Optional<Path> installed = installed("trifid", TRIFID);
        if (installed.isEmpty()) {
            return Optional.empty();
        }
        Path folder = Shell.emptied(home.resolve("bench/target/trifid"));
        int port = Shell.freePort();
        String settings = Files.readString(home.resolve("bench/trifid.yaml"));
        Files.writeString(
                folder.resolve("trifid.yaml"),
                settings.replace("{port}", "" + port)
                        .replace("{base}", Policies.BASE)
                        .replace("{endpoint}", endpoint.toString()));
        return peer(
                "Trifid",
                TRIFID,
                "http://127.0.0.1:" + port + "/query",
                folder,
                List.of("node", installed.get().resolve("server.js").toString(), "--config", "trifid.yaml"));
    }

    /** Starts Jetty that does nothing but serve the files of a folder. */
    Engine jetty(Path folder) throws IOException, InterruptedException {
        int port = Shell.freePort();
        return start(
                "Jetty",
                Shell.part("jetty-server-([\\d.]+)\\.jar", classpath),
                "http://127.0.0.1:" + port + "/",
                home,
                List.of(Shell.java(), "-cp", classpath, PlainJetty.class.getName(), "" + port, folder.toString()));
    }

    static Engine other(String name, String url) {
        return new Engine(name, "", URI.create(url), null, 0);
    }

    private Optional<Path> installed(String name, String version) throws IOException, InterruptedException {
        if (!Shell.has("node") || !Shell.has("npm")) {
            leftOut(name, "node and npm are not installed");
            return Optional.empty();
        }
        Path folder = Files.createDirectories(home.resolve("bench/target/npm/" + name));
        Path found = folder.resolve("node_modules").resolve(name);
        if (!Files.exists(found.resolve("package.json"))) {
            String[] install = {
                "npm",
                "install",
                "--silent",
                "--no-audit",
                "--no-fund",
                "--ignore-scripts",
                "--prefix",
                "" + folder,
                name + "@" + version
            };
            Shell.output(folder, install);
        }
        if (!Files.exists(found.resolve("package.json"))) {
            leftOut(name, "npm could not install " + name + "@" + version);
            return Optional.empty();
        }
        return Optional.of(found);
    }

    private static Optional<Engine> leftOut(String name, String why) {
        System.err.println("bench: " + name + " is left out: " + why.replaceFirst("\\.$", "") + ".");
        return Optional.empty();
    }

    /** Starts a server without which the others are still compared. */
    private Optional<Engine> peer(String name, String version, String endpoint, Path folder, List<String> command)
            throws InterruptedException {
        try {
            return Optional.of(start(name, version, endpoint, folder, command));
        } catch (IOException failed) {
            return leftOut(name, failed.getMessage());
        }
    }

    private Engine start(String name, String version, String endpoint, Path folder, List<String> command)
            throws IOException, InterruptedException {
        Path log = home.resolve("bench/target/" + name + ".log");
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        process.getOutputStream().close();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        Engine engine = new Engine(name, version, URI.create(endpoint), process, 0);
        try {
            while (true) {
                if (!process.isAlive() || System.nanoTime() - begun > START.toNanos()) {
                    throw new IOException(name + " did not start; bench/target/" + name + ".log tells why.");
                }
                if (answers(engine)) {
                    long millis = (System.nanoTime() - begun) / 1_000_000;
                    return new Engine(name, version, engine.endpoint(), engine.client(), process, millis);
                }
                Thread.sleep(20);
            }
        } catch (IOException | InterruptedException failed) {
            engine.close();
            throw failed;
        }
    }

    private static boolean answers(Engine engine) {
        try {
            return engine.ask("ASK { ?s ?p ?o }").status() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Returns the files of RDF in a publication. */
    static List<Path> files(Path publication) throws IOException {
        List<Path> all = new ArrayList<>();
        for (String folder : List.of("ontology", "data")) {
            if (Files.exists(publication.resolve(folder))) {
                try (Stream<Path> files = Files.walk(publication.resolve(folder))) {
                    files.filter(file -> file.toString().matches(".*\\.(ttl|nt)"))
                            .sorted()
                            .forEach(all::add);
                }
            }
        }
        return all;
    }
}
