package org.torchgraph.draft.start;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.commons.lang3.Strings;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;
import org.torchgraph.publication.PrefixTable;
import org.torchgraph.publication.Publication;
import org.torchgraph.rdf.TripleSource;
import org.torchgraph.routes.SiteRoute;

/**
 * What is found in the files of a new publication.
 *
 * @param statements how many there are
 * @param things the IRIs that are described
 * @param classes the classes of things, the most frequent first
 * @param languages the language tags of texts, the most frequent first
 * @param base the base; empty if no described thing has one
 * @param dataset the IRI of the dataset: the only one whose base the data state, else one that nothing is said of
 * @param titles the titles of the whole
 * @param licences the licences of the whole
 * @param prefixes the prefixes
 * @param ownPrefixes whether the files declare prefixes that are not well known
 */
public record InputProfile(
        long statements,
        Set<String> things,
        List<Counted> classes,
        List<Counted> languages,
        Optional<String> base,
        String dataset,
        List<Node> titles,
        List<Node> licences,
        PrefixMap prefixes,
        boolean ownPrefixes) {

    /**
     * Reads what files say.
     *
     * @param files their paths
     * @param read their contents, without faults
     * @param givenBase the base, instead of the one that is found
     */
    public static InputProfile of(List<Path> files, List<Publication> read, Optional<String> givenBase) {
        Supplier<Stream<Triple>> triples =
                () -> read.stream().flatMap(Publication::quads).map(Quad::asTriple);
        TripleSource data = TripleSource.of(triples.get());
        Set<String> things = new TreeSet<>();
        data.subjects().filter(Node::isURI).forEach(thing -> things.add(thing.getURI()));
        Optional<Triple> stated = Optional.of(data.find(Node.ANY, VOID.uriSpace.asNode(), Node.ANY)
                        .filter(one ->
                                one.getSubject().isURI() && one.getObject().isLiteral())
                        .filter(one -> Strings.CS.endsWithAny(text(one), "/", "#"))
                        .filter(one -> givenBase.isEmpty() || givenBase.get().equals(text(one)))
                        .toList())
                .filter(found -> found.size() == 1)
                .map(List::getFirst);
        Optional<String> base =
                givenBase.or(() -> stated.map(InputProfile::text)).or(() -> BaseChoice.of(things));
        WholeDescription whole = WholeDescription.of(data, base.orElse(""), stated.map(Triple::getSubject));
        PrefixMap wellKnown = PrefixTable.wellKnown();
        PrefixMap prefixes =
                FilePrefixes.of(files, Stream.concat(read.stream().map(Publication::prefixes), Stream.of(wellKnown)));
        return new InputProfile(
                data.size(),
                things,
                Counted.by(data.find(Node.ANY, RDF.type.asNode(), Node.ANY)
                        .map(Triple::getObject)
                        .filter(Node::isURI)
                        .map(Node::getURI)),
                Counted.by(data.find()
                        .map(Triple::getObject)
                        .filter(Node::isLiteral)
                        .map(Node::getLiteralLanguage)
                        .filter(tag -> !tag.isEmpty())),
                base,
                stated.map(one -> one.getSubject().getURI()).orElseGet(() -> unused(base.orElse(""), things)),
                whole.titles(),
                whole.licences(),
                prefixes,
                !wellKnown
                        .getMapping()
                        .values()
                        .containsAll(prefixes.getMapping().values()));
    }

    private static String text(Triple stated) {
        return stated.getObject().getLiteralLexicalForm();
    }

    private static String unused(String base, Set<String> things) {
        return Stream.iterate(1, number -> number + 1)
                .map(number -> SiteRoute.DATASET.iri(base) + (number == 1 ? "" : "-" + number))
                .filter(name -> !things.contains(name))
                .findFirst()
                .orElseThrow();
    }

    /** Returns how many things lie outside of the base. */
    public long outside() {
        String below = base.orElse("");
        return things.stream().filter(thing -> !thing.startsWith(below)).count();
    }

    /** Returns the licence of the whole, if the data state just one. */
    public Optional<Node> licence() {
        return licences.size() == 1 ? Optional.of(licences.getFirst()) : Optional.empty();
    }

    /** Returns an IRI as readers of Turtle write it. */
    public String abbreviated(String iri) {
        String name = prefixes.abbreviate(iri);
        return name == null ? "<" + iri + ">" : name;
    }
}
