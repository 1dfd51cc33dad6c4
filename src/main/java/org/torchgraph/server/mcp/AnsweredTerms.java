package org.torchgraph.server.mcp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.XSD;
import org.torchgraph.messages.Language;
import org.torchgraph.model.Claim;
import org.torchgraph.model.Labels;
import org.torchgraph.publication.evidence.Passage;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.site.words.Reader;
import org.torchgraph.site.words.TermRenderer;

/**
 * Writes nodes and what they rest on as values of JSON and in words, with names in one language.
 *
 * @param wording names the nodes
 */
record AnsweredTerms(TermRenderer wording) {

    static AnsweredTerms of(PublishedVersion version, Labels labels, Language language) {
        return new AnsweredTerms(version.site().wording(labels, Reader.of(language)));
    }

    /** Returns a node: IRI and name, or lexical form with datatype or language. */
    Map<String, Object> value(Node node) {
        Map<String, Object> value = new LinkedHashMap<>();
        if (node.isLiteral()) {
            value.put("value", node.getLiteralLexicalForm());
            if (!node.getLiteralLanguage().isEmpty()) {
                value.put("language", node.getLiteralLanguage());
            } else if (!node.getLiteralDatatypeURI().equals(XSD.xstring.getURI())) {
                value.put("datatype", node.getLiteralDatatypeURI());
            }
            return value;
        }
        if (node.isURI()) {
            value.put("iri", node.getURI());
        }
        value.put("name", name(node));
        return value;
    }

    /** Returns the name of a node. */
    String name(Node node) {
        return wording.show(node).text();
    }

    /** Returns a node in words, with its IRI. */
    String words(Node node) {
        return node.isURI() ? name(node) + " <" + node.getURI() + ">" : name(node);
    }

    /** Returns whether a claim tells where something is from. */
    static boolean isEvidence(Claim claim) {
        return claim.node() != null
                || claim.basis() != null
                || !claim.passages().isEmpty()
                || !claim.sources().isEmpty();
    }

    /** Returns a claim with its basis, confidence, passages and sources. */
    Map<String, Object> evidence(Claim claim) {
        Map<String, Object> value = new LinkedHashMap<>();
        if (claim.node() != null && claim.node().isURI()) {
            value.put("claim", claim.node().getURI());
        }
        if (claim.basis() != null) {
            value.put("basis", value(claim.basis()));
        }
        if (!claim.confidence().isEmpty()) {
            value.put("confidence", claim.confidence());
        }
        if (claim.status() != null) {
            value.put("status", value(claim.status()));
        }
        if (!claim.passages().isEmpty()) {
            value.put("passages", claim.passages().stream().map(this::passage).toList());
        }
        if (!claim.sources().isEmpty()) {
            value.put("sources", claim.sources().stream().map(this::value).toList());
        }
        return value;
    }

    private Map<String, Object> passage(Passage passage) {
        Map<String, Object> value = new LinkedHashMap<>();
        if (passage.evidence().isURI()) {
            value.put("iri", passage.evidence().getURI());
        }
        if (passage.source() != null) {
            value.put("source", value(passage.source()));
        }
        if (passage.sourceKind() != null) {
            value.put("kind", value(passage.sourceKind()));
        }
        if (!passage.lines().isEmpty()) {
            value.put("lines", passage.lines());
        }
        if (!passage.sha256().isEmpty()) {
            value.put("sha256", passage.sha256());
        }
        return value;
    }

    /** Returns what claims rest on in words: sources with lines, basis and confidence. */
    String evidenceWords(List<Claim> claims) {
        return claims.stream().map(this::words).distinct().collect(Collectors.joining("; "));
    }

    private String words(Claim claim) {
        List<String> parts = new ArrayList<>();
        Stream.concat(
                        claim.passages().stream()
                                .filter(passage -> passage.source() != null)
                                .map(this::words),
                        claim.sources().stream().map(this::name))
                .distinct()
                .forEach(parts::add);
        Stream.of(claim.basis(), claim.status())
                .filter(Objects::nonNull)
                .map(this::name)
                .forEach(parts::add);
        if (!claim.confidence().isEmpty()) {
            Language language = wording.language();
            parts.add(language.messages()
                    .say("markdown.confidence", language.numbers().number(claim.confidence())));
        }
        return String.join(", ", parts);
    }

    private String words(Passage passage) {
        String source = name(passage.source());
        return passage.lines().isEmpty()
                ? source
                : wording.language().messages().say("mcp.lines", source, passage.lines());
    }
}
