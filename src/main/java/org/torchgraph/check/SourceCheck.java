package org.torchgraph.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OA;
import org.torchgraph.messages.Code;
import org.torchgraph.publication.Location;
import org.torchgraph.publication.Locator;
import org.torchgraph.publication.evidence.EvidenceTerms;
import org.torchgraph.publication.evidence.Passage;
import org.torchgraph.publication.evidence.Passages;
import org.torchgraph.publication.evidence.SourceText;
import org.torchgraph.rdf.TripleSource;

/** Compares evidence with the text of its source. */
final class SourceCheck {
    /** The number of mismatches in a changed file beyond which the file itself is reported instead. */
    private static final int MAX_PASSAGES = 20;

    private final CheckedData data;
    private final TripleSource union;
    private final Locator places;
    private final EvidenceTerms terms;

    SourceCheck(CheckedData data) {
        this.data = data;
        this.union = data.union();
        this.places = data.places();
        this.terms = data.settings().evidence();
    }

    /** @param slug the last part of the source's IRI */
    List<Finding> findings(String slug, Path file) {
        Optional<Node> source = union.find(Node.ANY, OA.hasSource.asNode(), Node.ANY)
                .map(Triple::getObject)
                .filter(node -> node.isURI() && node.getURI().endsWith("/" + slug))
                .findFirst();
        if (source.isEmpty()) {
            return List.of(Finding.error(Location.in("data"), Code.SOURCE_UNKNOWN, slug));
        }
        SourceText text;
        try {
            text = new SourceText(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            return List.of(Finding.error(
                    Location.in(file.toString()), Code.FILE_UNREADABLE, String.valueOf(unreadable.getMessage())));
        }
        Optional<Finding> edition = fileDigest(source.get(), text, file);
        List<Finding> findings = new ArrayList<>();
        Passages passages = new Passages(union, terms);
        union.subjects(OA.hasSource.asNode(), source.get())
                .map(passages::read)
                .forEach(passage -> passage(passage, text).ifPresent(findings::add));
        if (edition.isPresent() && findings.size() > MAX_PASSAGES) {
            Finding first = findings.get(0);
            return List.of(edition.get(), Finding.error(first.place(), Code.SOURCE_OTHER_TEXT, findings.size(), file));
        }
        edition.ifPresent(findings::add);
        findings.addAll(new CopyCheck(union, places).findings(text));
        return findings;
    }

    private Optional<Finding> fileDigest(Node source, SourceText text, Path file) {
        return terms.sourceDigest().stream()
                .flatMap(property -> union.find(source, property, Node.ANY))
                .findFirst()
                .filter(stated -> !stated.getObject().getLiteralLexicalForm().equalsIgnoreCase(text.fileDigest()))
                .map(stated -> Finding.error(
                        places.find(source, stated.getPredicate(), stated.getObject()),
                        Code.SOURCE_EDITION,
                        file,
                        text.fileDigest()));
    }

    private Optional<Finding> passage(Passage passage, SourceText text) {
        if (passage.start().isEmpty() || passage.end().isEmpty()) {
            return Optional.of(wrong(passage, Code.EVIDENCE_NO_POSITION));
        }
        int start = passage.start().getAsInt();
        int end = passage.end().getAsInt();
        if (start >= end || end > text.length()) {
            return Optional.of(wrong(passage, Code.EVIDENCE_OUTSIDE, start, end, text.length()));
        }
        String digest = text.passageDigest(start, end);
        if (!terms.quoteDigest().isEmpty() && !digest.equalsIgnoreCase(passage.sha256())) {
            return Optional.of(wrong(passage, Code.EVIDENCE_DIGEST, digest));
        }
        String lines = text.lines(start, end);
        if (!passage.lines().isEmpty() && !lines.equals(passage.lines())) {
            return Optional.of(wrong(passage, Code.EVIDENCE_LINES, passage.lines(), lines));
        }
        return Optional.empty();
    }

    private Finding wrong(Passage passage, Code code, Object... further) {
        String shown = data.relative(passage.evidence().getURI());
        return Finding.error(
                places.find(
                        passage.evidence(),
                        terms.quoteDigest().stream().findFirst().orElse(null),
                        null),
                code,
                Stream.concat(Stream.of(shown), Stream.of(further)).toArray());
    }
}
