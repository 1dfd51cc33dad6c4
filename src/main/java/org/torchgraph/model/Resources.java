package org.torchgraph.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.torchgraph.dataset.Reach;
import org.torchgraph.dataset.Snapshot;
import org.torchgraph.dataset.UnionChange;
import org.torchgraph.publication.evidence.EvidenceTerms;
import org.torchgraph.publication.evidence.Passage;
import org.torchgraph.publication.settings.Settings;
import org.torchgraph.rdf.TripleSource;
import org.torchgraph.routes.IriPaths;
import org.torchgraph.routes.KnownNames;

/** Describes the resources of one dataset version. It is created once per version and is safe for several threads. */
public final class Resources implements KnownNames {
    private final Snapshot snapshot;
    private final TripleSource union;
    private final PrefixMap prefixes;
    private final Settings settings;
    private final Statements statements;
    private final Labeller labeller;
    private final Belongings belongings;
    private final Reach document;
    private final Reach evidence;
    private final Lazy<Predicate<Node>> sources;
    private final Lazy<Citable.Wholes> wholes;
    private final Lazy<Set<Node>> withdrawn;

    /** Prepares the descriptions of the resources of a snapshot, with the terms that a publication sets. */
    public Resources(Snapshot snapshot, PrefixMap prefixes, Settings settings) {
        this(snapshot, prefixes, settings, StatementIndex.of(snapshot.whole().union()));
    }

    private Resources(Snapshot snapshot, PrefixMap prefixes, Settings settings, StatementIndex index) {
        this.snapshot = snapshot;
        this.union = snapshot.union();
        this.prefixes = prefixes;
        this.settings = settings;
        this.statements = new Statements(snapshot, index);
        this.labeller = Labeller.of(snapshot, prefixes, settings, languages());
        this.belongings = Belongings.of(settings.presentation());
        EvidenceTerms terms = settings.evidence();
        this.document = Reach.whole(Claims.toPassages(terms), Claims.toSubjects(terms), true);
        this.evidence = Reach.whole(Claims.toPassages(terms), Stream.of(), false);
        TripleSource whole = snapshot.whole().union();
        this.wholes = new Lazy<>(() -> Citable.Wholes.in(whole, union, belongings));
        this.withdrawn = new Lazy<>(() -> WithdrawnThings.all(whole));
        this.sources = new Lazy<>(() -> whole.counted().isPresent()
                ? node -> union.contains(Node.ANY, DCTerms.source.asNode(), node)
                : whole.find(Node.ANY, DCTerms.source.asNode(), Node.ANY)
                        .map(Triple::getObject)
                        .collect(Collectors.toSet())::contains);
    }

    /** Computes everything that is computed on first use. */
    public void compute() {
        wholes.get();
        sources.get();
        withdrawn.get();
        labeller.compute();
    }

    /** Returns the descriptions of the next version, which cost as much as the change is large. */
    Resources after(UnionChange change, Snapshot next) {
        return new Resources(next, prefixes, settings, statements.index().after(change, next.union()));
    }

    /**
     * Returns whether the IRI occurs anywhere: it has statements or parts, is used in a statement, or names a graph.
     */
    public boolean knows(Node thing) {
        return knows(union, thing);
    }

    private boolean knows(TripleSource data, Node thing) {
        return describes(data, thing)
                || data.contains(Node.ANY, Node.ANY, thing)
                || !statements.mentioning(thing).isEmpty();
    }

    private boolean describes(TripleSource data, Node thing) {
        return data.contains(thing, Node.ANY, Node.ANY) || isGraph(thing) || statements.hasParts(thing);
    }

    @Override
    public boolean describes(String iri) {
        return describes(union, NodeFactory.createURI(iri));
    }

    @Override
    public boolean uses(String iri) {
        return knows(NodeFactory.createURI(iri));
    }

    /** Returns the same names for one who asks for most of them, see {@link org.torchgraph.dataset.View#whole()}. */
    public KnownNames allNames() {
        TripleSource whole = snapshot.whole().union();
        return new KnownNames() {
            @Override
            public boolean describes(String iri) {
                return Resources.this.describes(whole, NodeFactory.createURI(iri));
            }

            @Override
            public boolean uses(String iri) {
                return knows(whole, NodeFactory.createURI(iri));
            }
        };
    }

    /** Returns whether the statements are too many to be read. */
    public boolean areTooMany() {
        return snapshot.whole().union().counted().isPresent();
    }

    /** Returns all IRIs that are described or used; some occur more than once. */
    public Stream<String> iris() {
        return among(snapshot.whole().union().resources(), snapshot.graphNames());
    }

    /** Returns the IRIs that triples describe or use and those of graphs; some occur more than once. */
    public static Stream<String> iris(Stream<Triple> triples, Stream<Node> graphs) {
        return among(triples.flatMap(triple -> Stream.of(triple.getSubject(), triple.getObject())), graphs);
    }

    private static Stream<String> among(Stream<Node> terms, Stream<Node> graphs) {
        return Stream.concat(
                        terms.flatMap(term -> Stream.concat(Stream.of(term), StatementIndex.inside(term).stream())),
                        graphs)
                .filter(Node::isURI)
                .map(Node::getURI);
    }

    /** Returns the documents that describe something: for each subject its IRI without fragment, and each graph. */
    public Stream<String> documents() {
        TripleSource whole = snapshot.whole().union();
        return Stream.concat(whole.subjects().filter(node -> !WithdrawnThings.has(whole, node)), snapshot.graphNames())
                .filter(Node::isURI)
                .map(node -> IriPaths.whole(node.getURI()))
                .distinct()
                .filter(iri -> !WithdrawnThings.has(whole, NodeFactory.createURI(iri)));
    }

    /** Returns whether a thing is withdrawn, see {@link WithdrawnThings}. */
    public boolean isWithdrawn(Node thing) {
        return withdrawn.get().contains(thing);
    }

    /**
     * Returns the IRI of the thing that replaces another ({@code dct:isReplacedBy}), the first if there are several.
     */
    public Optional<String> successor(Node thing) {
        return union.objects(thing, DCTerms.isReplacedBy.asNode())
                .filter(Node::isURI)
                .map(Node::getURI)
                .min(Comparator.naturalOrder());
    }

    /**
     * Returns the IRI of a thing that is the same as another by {@code owl:sameAs}, the first if there are several.
     *
     * @param iri that of the other, of which nothing need be said
     */
    public Optional<String> sameAs(String iri) {
        Node other = NodeFactory.createURI(iri);
        return union.contains(Node.ANY, Node.ANY, other)
                ? union.subjects(OWL2.sameAs.asNode(), other)
                        .filter(Node::isURI)
                        .map(Node::getURI)
                        .min(Comparator.naturalOrder())
                : Optional.empty();
    }

    /** Returns the IRIs of the classes of a thing and of all their superclasses. */
    public Set<String> classesOf(Node thing) {
        return union.classes(thing)
                .flatMap(type -> union.superclasses(type).stream())
                .filter(Node::isURI)
                .map(Node::getURI)
                .collect(Collectors.toSet());
    }

    /** Returns the choice of things in the place of another, or of a class. */
    public Alternatives alternatives() {
        return new Alternatives(snapshot, union, snapshot.whole().union().counted());
    }

    /**
     * Describes a thing.
     *
     * @param page of the incoming links, from 1
     * @return empty when nothing is known of it, or there is no such page
     */
    public Optional<Description> describe(Node thing, int page) {
        if (!knows(thing)) {
            return Optional.empty();
        }
        Statements read = statements.in(snapshot.around(statements.withParts(thing), document));
        Claims claims = new Claims(read, settings.evidence());
        List<Statement> own = new ArrayList<>(read.about(thing));
        if (isGraph(thing)) {
            own.addAll(new GraphContents(thing, snapshot.graph(thing).orElseThrow()).statements(areTooMany()));
        }
        Map<Node, List<Statement>> parts = read.partsOf(thing, own);
        Set<Node> nodes = new LinkedHashSet<>(List.of(thing));
        nodes.addAll(parts.keySet());
        List<Claim> about = claims.about(nodes);
        List<Passage> passages = claims.evidenceOf(thing);
        Set<Node> shownAlready = new HashSet<>(parts.keySet());
        about.forEach(claim -> shownAlready.add(claim.node()));
        TripleSource near = read.data().manyLinks(thing).isPresent() ? union : read.union();
        return IncomingPage.of(thing, read, shownAlready, page).map(incoming -> {
            List<Statement> all = Stream.of(
                            own.stream(),
                            parts.values().stream().flatMap(Collection::stream),
                            about.stream().flatMap(claim -> claim.statements().stream()),
                            incoming.statements().stream())
                    .flatMap(stream -> stream)
                    .toList();
            Set<Node> shown = Statements.named(all);
            shown.add(thing);
            Stream.concat(passages.stream(), about.stream().flatMap(claim -> claim.passages().stream()))
                    .filter(passage -> passage.source() != null)
                    .forEach(passage -> shown.add(passage.source()));
            Optional<CitedPassage> cited = CitedPassage.of(thing, read.union(), settings.evidence());
            Set<Node> named = new LinkedHashSet<>(shown);
            Stream.concat(passages.stream(), about.stream().flatMap(claim -> claim.passages().stream()))
                    .map(Passage::sourceKind)
                    .filter(Objects::nonNull)
                    .forEach(named::add);
            List<Citable> citable = wholes.get().around(read.union(), thing);
            citable.stream().flatMap(Citable::nodes).forEach(named::add);
            cited.ifPresent(passage -> named.addAll(passage.named()));
            NameReader names = labeller.read(named);
            return new Description(
                    thing,
                    own,
                    parts,
                    about,
                    passages,
                    incoming,
                    citable,
                    cited,
                    belongings.direct(near, thing).size(),
                    names.statements(names.withClasses(shown)).toList(),
                    names.names(names.withClasses(named)));
        });
    }

    /** Returns what is known of each of some IRIs of which anything is, by IRI. */
    public Map<String, Description> describe(Collection<String> iris) {
        return iris.stream()
                .distinct()
                .flatMap(iri -> describe(NodeFactory.createURI(iri), 1).stream())
                .collect(Collectors.toMap(description -> description.thing().getURI(), description -> description));
    }

    /** Returns the statements of some things and of their surroundings. */
    public Set<Triple> excerpt(Collection<Node> things, Neighbourhood.Extent extent) {
        return new Neighbourhood(snapshot, statements, labeller, settings.evidence()).of(things, extent);
    }

    /** Returns the statements of a thing and of all that belongs to it, with their claims, evidence and labels. */
    public Set<Triple> whole(Node thing) {
        return excerpt(belongings.all(union, thing), new Neighbourhood.Extent(0, false, true, true, ""));
    }

    /** Returns the labels of any nodes, for results that are not about one thing. */
    public Labels labels(Collection<Node> nodes) {
        return labeller.names(nodes);
    }

    /**
     * Returns the labels of many nodes for one who reads most of the statements, see
     * {@link org.torchgraph.dataset.View#whole()}. Of statements that are too many to be read, some nodes are read at a
     * time.
     */
    public Labels manyLabels(Collection<Node> nodes) {
        return areTooMany()
                ? labeller.labelsInParts(nodes)
                : labeller.labels(nodes, snapshot.whole().union());
    }

    /** Returns the short names of things, by the properties that the publication sets. */
    public Map<Node, List<Node>> shortNames(Collection<Node> things) {
        return things.stream()
                .collect(Collectors.toMap(thing -> thing, thing -> settings.presentation().shortNames().stream()
                        .flatMap(property -> union.objects(thing, property))
                        .filter(Node::isLiteral)
                        .toList()));
    }

    /** Returns the labels of literals that are the {@code skos:notation} of one thing: the labels of that thing. */
    public Labels notations(Collection<Node> literals) {
        return labeller.notations(literals);
    }

    /** Returns the labels of units, by their symbols ({@code qudt:symbol}). */
    public Labels units(Collection<Node> symbols) {
        return labeller.units(symbols);
    }

    /** Returns the views that the settings hide. */
    Set<ThingViews.ViewName> hiddenViews() {
        return settings.presentation().hiddenViews().stream()
                .map(name -> ThingViews.ViewName.valueOf(name.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet());
    }

    /** Returns the language tags of texts in lower case, those that are set first, then the most frequent. */
    public List<String> languages() {
        return settings.website().before(statements.languages());
    }

    /** Returns, for each evidence node, the claims, passages and sources that support the statements citing it. */
    public Map<Node, Claim> provenanceOf(Collection<Node> nodes) {
        Claims claims = new Claims(statements.in(snapshot.around(nodes, evidence)), settings.evidence());
        return nodes.stream()
                .distinct()
                .collect(Collectors.toMap(
                        node -> node,
                        node -> claims.provenanceOf(node, sources.get().test(node))));
    }

    private boolean isGraph(Node thing) {
        return snapshot.graph(thing).isPresent();
    }
}
