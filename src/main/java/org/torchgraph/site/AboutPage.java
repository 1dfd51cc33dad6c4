package org.torchgraph.site;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OA;
import org.apache.jena.vocabulary.SKOS;
import org.torchgraph.export.catalogue.Version;
import org.torchgraph.export.catalogue.Versions;
import org.torchgraph.model.Labels;
import org.torchgraph.rdf.TripleSource;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.words.RenderedTerm;
import org.torchgraph.site.words.TermRenderer;

/**
 * What the publication is, and what it rests on.
 *
 * @param title or null
 * @param description what it is and how far it goes
 * @param sources what it cites, the most cited first
 * @param versions of the dataset, as far as they are recorded, the newest first
 */
public record AboutPage(
        RenderedTerm title, List<RenderedTerm> description, List<Source> sources, List<RecordedVersion> versions) {

    /** A source, how often it is cited, and what the editors note about it. */
    public record Source(RenderedTerm name, long citations, List<RenderedTerm> notes) {}

    /** A version with its date and the first line of what changed; the rest is on its page. */
    public record RecordedVersion(RenderedTerm name, RenderedTerm issued, RenderedTerm notes) {

        static RecordedVersion of(Version version, TermRenderer wording) {
            RenderedTerm page = wording.show(version.iri());
            return new RecordedVersion(
                    wording.best(version.titles())
                            .map(title -> title.leadingTo(page))
                            .orElse(page),
                    version.issued().map(RenderedTerm::text).orElse(null),
                    wording.prose(version.notes()).map(RenderedTerm::firstLine).orElse(null));
        }
    }

    /** What is cited by {@code dct:source} or pointed into by {@code oa:hasSource}, with its notes. */
    public record Cited(Node source, long citations, List<Node> notes) {

        public static List<Cited> in(TripleSource data) {
            return List.of(DCTerms.source.asNode(), OA.hasSource.asNode()).stream()
                    .flatMap(property -> data.find(Node.ANY, property, Node.ANY))
                    .map(Triple::getObject)
                    .filter(Node::isURI)
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                    .entrySet()
                    .stream()
                    .map(entry -> new Cited(entry.getKey(), entry.getValue(), notes(data, entry.getKey())))
                    .sorted(Comparator.comparing(Cited::citations).reversed().thenComparing(cited -> cited.source()
                            .getURI()))
                    .toList();
        }

        private static List<Node> notes(TripleSource data, Node source) {
            return data.objects(source, SKOS.note.asNode())
                    .filter(Node::isLiteral)
                    .sorted(Comparator.comparing(Node::getLiteralLexicalForm))
                    .toList();
        }
    }

    static AboutPage of(PageContext frame, List<Cited> cited, Versions versions, Labels labels) {
        TermRenderer wording = frame.wording(labels);
        return new AboutPage(
                wording.best(frame.site().titles()).orElse(null),
                Stream.concat(
                                wording.own(frame.site().descriptions()).stream(),
                                wording.own(frame.site().notes()).stream())
                        .toList(),
                cited.stream()
                        .map(one -> new Source(wording.show(one.source()), one.citations(), wording.own(one.notes())))
                        .toList(),
                versions.recorded().stream()
                        .map(version -> RecordedVersion.of(version, wording))
                        .toList());
    }
}
