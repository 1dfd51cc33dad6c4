package org.torchgraph.w3c;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.RDF;

/**
 * A test suite of W3C as a library on the class path holds it.
 *
 * @param folder of its manifest, with a slash at the end
 * @param address where W3C has it: its files have no other base
 */
record Suite(String folder, String address) {
    private static final String MANIFEST = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
    private static final Property ACTION = ResourceFactory.createProperty(MANIFEST, "action");
    private static final Property RESULT = ResourceFactory.createProperty(MANIFEST, "result");

    /**
     * @param kind local name of its class, as {@code TestTurtleEval}
     * @param name of the file that is read
     * @param result of the file that says the same in N-Triples or N-Quads, where there is one
     */
    record Test(Suite suite, String kind, String name, Optional<String> result) {

        boolean isNegative() {
            return kind.contains("Negative");
        }

        /** The text, with a directive where its syntax has one for the base that the suite assumes. */
        String text() {
            boolean takesBase = name.endsWith(".ttl") || name.endsWith(".trig");
            return (takesBase ? "BASE <" + suite.address() + name + ">\n" : "") + suite.text(name);
        }

        @Override
        public String toString() {
            return suite.folder() + name;
        }
    }

    List<Test> tests() {
        Model manifest = ModelFactory.createDefaultModel();
        RDFDataMgr.read(manifest, stream("manifest.ttl"), "manifest:", Lang.TURTLE);
        return manifest.listSubjectsWithProperty(ACTION).toList().stream()
                .map(test -> new Test(
                        this,
                        test.getPropertyResourceValue(RDF.type).getLocalName(),
                        file(test, ACTION).orElseThrow(),
                        file(test, RESULT)))
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
    }

    private static Optional<String> file(Resource test, Property property) {
        return Optional.ofNullable(test.getPropertyResourceValue(property))
                .map(file -> file.getURI().substring("manifest:".length()));
    }

    String text(String file) {
        try (InputStream content = stream(file)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private InputStream stream(String file) {
        InputStream found = Suite.class.getResourceAsStream(folder + file);
        if (found == null) {
            throw new IllegalArgumentException("no " + folder + file);
        }
        return found;
    }
}
