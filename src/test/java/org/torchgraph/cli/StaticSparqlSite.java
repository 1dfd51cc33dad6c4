package org.torchgraph.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.torchgraph.dataset.memory.MemoryDataset;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.messages.InterfaceLanguages;
import org.torchgraph.messages.Language;
import org.torchgraph.publication.Publication;
import org.torchgraph.server.ServerAddress;
import org.torchgraph.server.TorchgraphServer;
import org.torchgraph.server.version.ReplaceableVersion;

/** A small publication and its static site, with a stand-in for the query engine. */
final class StaticSparqlSite {
    /** An engine that answers each query with a thing, the text of the query, and the number of statements. */
    private static final String STAND_IN =
            """
            export default async ({ module_or_path }) => {
              if (!(module_or_path instanceof WebAssembly.Module)) throw new Error("no module");
            };
            export class Store {
              load(bytes) { this.size = new TextDecoder().decode(bytes).split("\\n").filter((line) => line.endsWith(" .")).length; }
              query(text, { base_iri }) {
                if (text.includes("<id/wrong>")) throw new Error("it is wrong");
                while (text.includes("<id/late>"));
                return JSON.stringify({ head: { vars: ["x", "text", "size"] }, results: { bindings: [{
                  x: { type: "uri", value: base_iri + "id/item/7" },
                  text: { type: "literal", value: text },
                  size: { type: "literal", value: String(this.size * 10000), datatype: "http://www.w3.org/2001/XMLSchema#integer" },
                }] } });
              }
            }
            """;

    private static final byte[] EMPTY_MODULE = {0, 'a', 's', 'm', 1, 0, 0, 0};

    private StaticSparqlSite() {}

    /** Writes the publication. */
    static void publication(Path root) {
        PublicationFolder.in(root)
                .turtle(
                        "data/a.ttl",
                        "<id/item/7> rdfs:label \"seven\"@en , \"七\"@zh ; ex:of <id/most> .\n"
                                + "<id/most> rdfs:label \"Ministry\"@en .")
                .write(
                        "queries/items.rq",
                        """
                        #+ title.en: Items
                        #+ title.zh: 条目
                        #+ param: of xsd:anyURI id/most "the whole / 整体"
                        #+ param: year xsd:gYear 2021 "the year / 年份"
                        PREFIX ex: <http://example.org/def#>
                        SELECT ?x ?text ?size { ?x ex:of ?of OPTIONAL { ?x ex:year ?year } } ORDER BY ?x""")
                .write("queries/all.rq", "#+ title.en: All\n#+ title.zh: 全部\nSELECT ?x { ?x ?p ?o } ORDER BY ?x");
    }

    static Path written(Path root, Path target, String name) throws IOException, InterruptedException {
        Path site = Files.createDirectories(target.resolve(name));
        EngineArchive archive = archive(
                target,
                Map.of("package/a.js", STAND_IN.getBytes(StandardCharsets.UTF_8), "package/a.wasm", EMPTY_MODULE));
        Publication publication = new PublicationFolder(root)
                .read()
                .in(InterfaceLanguages.BUNDLED.only(language -> Language.BY_SCRIPT.contains(language)));
        ReplaceableVersion served = new ReplaceableVersion();
        FaultGate gate = new FaultGate(false, new PrintWriter(new StringWriter()));
        try (TorchgraphServer server = new ServerLauncher(publication, MemoryDataset.of(publication))
                .at(ServerAddress.of("127.0.0.1", 0), gate, false, served, Optional.empty())) {
            new StaticSiteWriter(
                            "http://127.0.0.1:" + server.port(),
                            publication.interfaceLanguages(),
                            Language.EN.code(),
                            site,
                            Optional.of(new StaticSparql(archive, served.get())))
                    .write();
        }
        return site;
    }

    static EngineArchive archive(Path target, Map<String, byte[]> members) throws IOException {
        Path file = Files.createTempFile(target, "engine", ".tgz");
        try (OutputStream bytes = Files.newOutputStream(file);
                TarArchiveOutputStream tar = new TarArchiveOutputStream(new GzipCompressorOutputStream(bytes))) {
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                TarArchiveEntry entry = new TarArchiveEntry(member.getKey());
                entry.setSize(member.getValue().length);
                tar.putArchiveEntry(entry);
                tar.write(member.getValue());
                tar.closeArchiveEntry();
            }
        }
        String digest = DigestUtils.sha256Hex(Files.readAllBytes(file));
        return EngineArchive.read(file, new EngineRelease("stand-in", "1.0", digest, "package/a.js", "package/a.wasm"));
    }
}
