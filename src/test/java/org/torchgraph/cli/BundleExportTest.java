package org.torchgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.document.JsonDocument;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.torchgraph.kit.Cli;

/** {@code export --bundle}: an archive of all, which describes itself. */
class BundleExportTest extends CommandRuns {
    /** The terms of RO-Crate 1.2 that a bundle may use, and where its context has them. */
    private static final Map<String, String> TERMS = Map.ofEntries(
            Map.entry("conformsTo", "http://purl.org/dc/terms/conformsTo"),
            Map.entry("File", "http://schema.org/MediaObject"));

    private static final List<String> OF_SCHEMA_ORG = List.of(
            "about",
            "author",
            "contentSize",
            "CreativeWork",
            "Dataset",
            "datePublished",
            "description",
            "encodingFormat",
            "hasPart",
            "identifier",
            "isBasedOn",
            "license",
            "name",
            "Organization",
            "Person",
            "publisher",
            "sha256",
            "subjectOf",
            "version");

    private Path out;

    @BeforeEach
    void a_described_publication() {
        folder.turtle(
                        "data/catalog.ttl",
                        """
                        <dataset> a <http://www.w3.org/ns/dcat#Dataset> ; void:uriSpace "http://example.org/" ; dct:title "Kites"@en , "风筝"@zh ;
                          dct:description "All kites."@en ; <http://www.w3.org/ns/dcat#version> "1.2.0" ; dct:issued "2020-01-01"^^xsd:date ;
                          dct:publisher <id/us> ; dct:license <https://creativecommons.org/licenses/by/4.0/> .
                        <id/us> rdfs:label "Kite editors"@en , "风筝编者"@zh .
                        """)
                .write("queries/now.rq", "#+ title.en: Now\n#+ title.zh: 现在\nSELECT (NOW() AS ?now) {}")
                .write("site.ttl", "PREFIX site: <https://w3id.org/torchgraph/site#> [] a site:Settings .");
        out = root.resolve("bundle.zip");
    }

    private Cli bundle(Path file) {
        return run("export", "--bundle", file.toString());
    }

    private static byte[] bytes(ZipFile zip, String entry) throws IOException {
        try (InputStream content = zip.getInputStream(zip.getEntry(entry))) {
            return content.readAllBytes();
        }
    }

    private static String text(ZipFile zip, String entry) throws IOException {
        return new String(bytes(zip, entry), StandardCharsets.UTF_8);
    }

    private static JsonObject json(ZipFile zip, String entry) throws IOException {
        try (JsonReader reader = Json.createReader(zip.getInputStream(zip.getEntry(entry)))) {
            return reader.readObject();
        }
    }

    @Test
    void a_file_that_is_there_is_replaced_only_when_asked_to() throws IOException {
        Files.writeString(out, "mine");
        Cli refused = bundle(out);
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("is there already").contains("--replace");
        assertThat(out).hasContent("mine");
        assertThat(run("export", "--bundle", out.toString(), "--replace").exit())
                .isZero();
        assertThat(Files.size(out)).isGreaterThan(1000);
        assertThat(run("export", "--replace").exit()).isEqualTo(2);
    }

    @Test
    void every_file_of_the_crate_is_in_the_archive_and_the_reverse() throws IOException {
        assertThat(bundle(out).exit()).isZero();
        try (ZipFile zip = new ZipFile(out.toFile())) {
            List<String> names = zip.stream().map(ZipEntry::getName).toList();
            assertThat(names)
                    .startsWith("ro-crate-metadata.json")
                    .contains(
                            "data/a.ttl",
                            "ontology/terms.ttl",
                            "queries/of-year.rq",
                            "queries/now.rq",
                            "answers/of-year.csv",
                            "answers/of-year.csv-metadata.json",
                            "site.ttl",
                            "CITATION.cff",
                            "datacite.json",
                            "LICENSE.txt",
                            "README.md",
                            "README.zh.md")
                    .doesNotContain("answers/now.csv", "bundle.zip");
            List<JsonObject> graph =
                    json(zip, "ro-crate-metadata.json").getJsonArray("@graph").getValuesAs(JsonObject.class);
            Map<String, JsonObject> byId = graph.stream()
                    .collect(Collectors.toMap(one -> one.getString("@id"), one -> one, (a, b) -> a, TreeMap::new));
            assertThat(byId).hasSameSizeAs(graph);
            JsonObject dataset = byId.get("./");
            assertThat(byId.get("ro-crate-metadata.json").getJsonObject("about").getString("@id"))
                    .isEqualTo("./");
            assertThat(dataset.keySet())
                    .contains("name", "description", "datePublished", "license", "author", "publisher", "version");
            List<String> parts = dataset.getJsonArray("hasPart").getValuesAs(JsonObject.class).stream()
                    .map(part -> part.getString("@id"))
                    .toList();
            assertThat(parts)
                    .containsExactlyInAnyOrderElementsOf(names.stream().skip(1).toList());
            for (String part : parts) {
                JsonObject file = byId.get(part);
                assertThat(file.getString("@type")).isEqualTo("File");
                assertThat(file.getString("contentSize")).as(part).isEqualTo(Integer.toString(bytes(zip, part).length));
                assertThat(file.getString("sha256")).as(part).isEqualTo(DigestUtils.sha256Hex(bytes(zip, part)));
                assertThat(file.getString("encodingFormat")).as(part).contains("/");
            }
            // Whatever an entity refers to is an entity or an address elsewhere.
            assertThat(graph.stream()
                            .flatMap(one -> one.values().stream())
                            .filter(JsonObject.class::isInstance)
                            .map(value -> value.asJsonObject().getString("@id")))
                    .allMatch(id -> byId.containsKey(id) || id.startsWith("https://w3id.org/ro/"));
            assertThat(byId.get("answers/of-year.csv")
                            .getJsonObject("isBasedOn")
                            .getString("@id"))
                    .isEqualTo("queries/of-year.rq");
            assertThat(byId.get("http://example.org/id/us").getString("name")).isEqualTo("Kite editors");
        }
    }

    @Test
    void the_same_version_has_the_same_bytes_and_other_tools_read_them() throws IOException {
        Path later = root.resolve("later.zip");
        assertThat(bundle(out).exit()).isZero();
        Files.setLastModifiedTime(root.resolve("data/a.ttl"), FileTime.from(Instant.EPOCH));
        assertThat(bundle(later).exit()).isZero();
        assertThat(later).hasSameBinaryContentAs(out);

        ByteArrayOutputStream listed = new ByteArrayOutputStream();
        ToolProvider jar = ToolProvider.findFirst("jar").orElseThrow();
        assertThat(jar.run(new PrintStream(listed), System.err, "tf", out.toString()))
                .isZero();
        try (ZipFile zip = new ZipFile(out.toFile())) {
            assertThat(listed.toString(StandardCharsets.UTF_8).lines())
                    .containsExactlyElementsOf(
                            zip.stream().map(ZipEntry::getName).toList());
        }
        folder.turtle("data/a.ttl", "<id/a> rdfs:label \"B\"@en .");
        Files.delete(later);
        assertThat(bundle(later).exit()).isZero();
        assertThat(DigestUtils.sha256Hex(Files.readAllBytes(later)))
                .isNotEqualTo(DigestUtils.sha256Hex(Files.readAllBytes(out)));
    }

    @Test
    void its_texts_name_the_lasting_address_and_no_address_of_a_machine() throws IOException {
        assertThat(bundle(out).exit()).isZero();
        try (ZipFile zip = new ZipFile(out.toFile())) {
            for (String name : List.of("README.md", "README.zh.md", "CITATION.cff", "datacite.json")) {
                assertThat(text(zip, name))
                        .as(name)
                        .contains("http://example.org/dataset")
                        .doesNotContain("127.0.0.1", "localhost");
            }
            assertThat(text(zip, "README.md")).startsWith("# Kites\n").contains("Kite editors", "`answers/`");
            assertThat(text(zip, "README.zh.md")).startsWith("# 风筝\n").contains("风筝编者", "问题的答案");
            assertThat(text(zip, "CITATION.cff")).contains("name: \"Kite editors\"", "version: \"1.2.0\"");
            assertThat(text(zip, "LICENSE.txt")).contains("https://creativecommons.org/licenses/by/4.0/");
            assertThat(text(zip, "answers/of-year.csv")).contains("thing,year\r\n", "http://example.org/id/a,2025");
            assertThat(json(zip, "answers/of-year.csv-metadata.json").getString("url"))
                    .isEqualTo("of-year.csv");
        }
    }

    @Test
    void unpacked_it_is_a_publication_of_the_same_version() throws IOException {
        assertThat(bundle(out).exit()).isZero();
        Path unpacked = root.resolve("unpacked");
        try (ZipFile zip = new ZipFile(out.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                Path file = unpacked.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.write(file, bytes(zip, entry.getName()));
            }
        }
        Path again = root.resolve("again.zip");
        assertThat(Cli.run("export", "--publication", unpacked.toString(), "--bundle", again.toString())
                        .exit())
                .isZero();
        assertThat(again).hasSameBinaryContentAs(out);
    }

    @Test
    void its_metadata_expand_as_json_ld_and_every_term_has_a_meaning() throws IOException, JsonLdError {
        assertThat(bundle(out).exit()).isZero();
        try (ZipFile zip = new ZipFile(out.toFile())) {
            JsonObject metadata = json(zip, "ro-crate-metadata.json");
            assertThat(metadata.getString("@context")).isEqualTo("https://w3id.org/ro/crate/1.2/context");
            JsonObjectBuilder terms = Json.createObjectBuilder();
            OF_SCHEMA_ORG.forEach(term -> terms.add(term, "http://schema.org/" + term));
            TERMS.forEach(terms::add);
            JsonDocument context = JsonDocument.of(
                    Json.createObjectBuilder().add("@context", terms).build());
            JsonArray expanded = JsonLd.expand(JsonDocument.of(metadata))
                    .base("http://example.org/bundle/")
                    .loader((url, options) -> context)
                    .get();
            List<JsonObject> graph = metadata.getJsonArray("@graph").getValuesAs(JsonObject.class);
            assertThat(expanded).hasSameSizeAs(graph);
            for (int i = 0; i < graph.size(); i++) {
                JsonObject entity = expanded.getJsonObject(i);
                assertThat(entity).as(graph.get(i).getString("@id")).hasSameSizeAs(graph.get(i));
                assertThat(entity.getString("@id")).startsWith("http");
                assertThat(entity.getJsonArray("@type"))
                        .extracting(JsonValue::toString)
                        .allMatch(type -> type.startsWith("\"http://schema.org/"));
            }
        }
    }

    @Test
    void a_bundle_goes_with_nothing_that_leaves_a_part_out() {
        Stream.of(
                        List.of("id/a"),
                        List.of("--graph", "graph/a"),
                        List.of("--out", "x.ttl"),
                        List.of("--store", "tdb2:none"))
                .map(more -> Stream.concat(Stream.of("--bundle", out.toString()), more.stream())
                        .toArray(String[]::new))
                .forEach(more -> {
                    Cli refused = run("export", more);
                    assertThat(refused.exit()).as(String.join(" ", more)).isEqualTo(2);
                    assertThat(refused.err()).startsWith("torchgraph: --bundle ");
                });
        assertThat(out).doesNotExist();
        assertThat(bundle(root.resolve("none/bundle.zip")).exit()).isEqualTo(1);
    }
}
