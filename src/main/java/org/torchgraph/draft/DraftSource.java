package org.torchgraph.draft;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.torchgraph.publication.Publication;

/**
 * The source document that the passages of a draft are taken from.
 *
 * @param iri the IRI of the source
 * @param sha256 the SHA-256 digest of the file, in hex
 * @param statedSha256 the digest that the publication states; empty if it does not describe the source yet
 */
public record DraftSource(Node iri, String sha256, Optional<String> statedSha256) {

    /**
     * Returns the source with a slug; without a slug, the source with that digest, or a new one named after the file.
     */
    public static DraftSource of(Optional<String> slug, Path file, String sha256, Publication publication) {
        if (slug.isPresent()) {
            Node iri = iri(slug.get(), publication);
            return new DraftSource(
                    iri,
                    sha256,
                    digests(publication, quad -> quad.getSubject().equals(iri))
                            .map(quad -> quad.getObject().getLiteralLexicalForm()));
        }
        return digests(
                        publication,
                        quad -> quad.getObject().getLiteralLexicalForm().equalsIgnoreCase(sha256))
                .map(quad -> new DraftSource(quad.getSubject(), sha256, Optional.of(sha256)))
                .orElseGet(() -> new DraftSource(iri(slug(file), publication), sha256, Optional.empty()));
    }

    private static Optional<Quad> digests(Publication publication, Predicate<Quad> wanted) {
        return publication
                .quads()
                .filter(quad -> quad.getPredicate().equals(Htz.SHA256)
                        && quad.getObject().isLiteral())
                .filter(wanted)
                .findFirst();
    }

    private static Node iri(String slug, Publication publication) {
        return NodeFactory.createURI(publication.base() + "id/source/" + slug);
    }

    private static String slug(Path file) {
        String slug = slug(file.getFileName().toString().replaceFirst("\\.[^.]*$", ""));
        return slug.isEmpty() ? "source" : slug;
    }

    static String slug(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    /** Returns whether the publication states a different digest, so that it describes another version of the file. */
    public boolean isAnotherEdition() {
        return statedSha256.filter(stated -> !stated.equalsIgnoreCase(sha256)).isPresent();
    }

    /**
     * Returns comment lines that propose the source for {@code data/sources.ttl}, or that say that the publication has
     * it.
     */
    public String proposal(Publication publication) {
        if (statedSha256.isPresent()) {
            return "# The source is <" + publication.relative(iri.getURI()) + "> of this publication.\n";
        }
        DraftBlock block = new DraftBlock(iri, DraftTerms.SOURCE_DOCUMENT)
                .review(
                        "for data/sources.ttl: skos:prefLabel in zh-Hans and in en, dct:title, htz:sourceKind, htz:seenAs, and who published it when")
                .say(Htz.SHA256, sha256, XSDDatatype.XSDhexBinary);
        return DraftBlock.file(publication, "The source, which is not in this publication yet.", List.of(block))
                .lines()
                .filter(line -> !line.isEmpty() && !line.startsWith("BASE") && !line.startsWith("PREFIX"))
                .map(line -> line.startsWith("#") ? line : "# " + line)
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
