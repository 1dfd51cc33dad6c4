package org.torchgraph.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Message;
import org.torchgraph.publication.Location;
import org.torchgraph.publication.Locator;
import org.torchgraph.rdf.TripleSource;
import org.torchgraph.routes.IriPaths;
import org.torchgraph.routes.KnownNames;
import org.torchgraph.routes.Obstacle;
import org.torchgraph.routes.PageAddress;
import org.torchgraph.routes.SharedPaths;
import org.torchgraph.routes.SiteRoute;

/** Warns of things whose document cannot have the path of their IRI, and states its address. */
final class NameCheck {
    private record Warned(Supplier<Location> place, Message message) {}

    private final CheckedData data;
    private final TripleSource union;
    private final Locator places;
    private final IriPaths paths;
    private final SharedPaths shared;

    NameCheck(CheckedData data) {
        this.data = data;
        this.union = data.union();
        this.places = data.places();
        this.paths = new IriPaths(data.base());
        this.shared = SharedPaths.among(iris(), paths, new PublicationNames());
    }

    private final class PublicationNames implements KnownNames {
        private final Set<String> documents =
                iris().filter(iri -> iri.indexOf('#') > 0).map(IriPaths::whole).collect(Collectors.toSet());

        @Override
        public boolean describes(String iri) {
            return union.contains(NodeFactory.createURI(iri), Node.ANY, Node.ANY) || documents.contains(iri);
        }

        @Override
        public boolean uses(String iri) {
            return union.contains(Node.ANY, Node.ANY, NodeFactory.createURI(iri));
        }
    }

    private Stream<String> iris() {
        return data.examined()
                .flatMap(triple -> Stream.of(triple.getSubject(), triple.getObject()))
                .filter(Node::isURI)
                .map(Node::getURI);
    }

    List<Finding> findings(Finding.Severity severity) {
        // Outside the base also objects, which no other check examines.
        SortedMap<String, Triple> seen = new TreeMap<>();
        data.examined().forEach(triple -> {
            if (triple.getSubject().isURI()) {
                seen.merge(triple.getSubject().getURI(), triple, CheckedData::first);
            }
            Node object = triple.getObject();
            if (object.isURI() && !object.getURI().startsWith(data.base())) {
                seen.merge(object.getURI(), triple, CheckedData::first);
            }
        });
        List<Warned> warned = new ArrayList<>();
        Set<String> documents = new TreeSet<>();
        seen.forEach((iri, triple) -> {
            if (documents.add(IriPaths.whole(iri))) {
                message(IriPaths.whole(iri))
                        .ifPresent(message -> warned.add(new Warned(
                                () -> places.find(triple.getSubject(), triple.getPredicate(), triple.getObject()),
                                message)));
            }
        });
        Stream<Finding> first = warned.stream()
                .limit(data.most())
                .map(one -> new Finding(one.place().get(), severity, one.message()));
        Stream<Finding> rest = warned.size() <= data.most()
                ? Stream.empty()
                : Stream.of(new Finding(
                        Location.in("data"),
                        severity,
                        Message.of(
                                Code.NAMES_MORE,
                                warned.size() - data.most(),
                                SiteRoute.RESOURCE.path() + "?" + PageAddress.IRI + "=…")));
        return Stream.concat(first, rest).toList();
    }

    private Optional<Message> message(String iri) {
        String name = data.relative(iri);
        if (PageAddress.resource(iri).toString().length() > PageAddress.MAX_CHARACTERS) {
            return Optional.of(Message.of(Code.NAME_TOO_LONG, iri.substring(0, 60)));
        }
        if (!iri.startsWith(data.base())) {
            Set<Obstacle> outside = Obstacle.inWeb(iri);
            return outside.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Message.of(Code.NAME_IN_WEB, name, reasons(outside)));
        }
        Set<Obstacle> obstacles = paths.obstacles(iri);
        if (!obstacles.isEmpty()) {
            return Optional.of(Message.of(Code.NAME_NO_PATH, name, reasons(obstacles), PageAddress.resource(iri)));
        }
        if (shared.isTaken(iri)) {
            return Optional.of(shared.owner(iri)
                    .map(owner ->
                            Message.of(Code.NAME_PATH_TAKEN, name, data.relative(owner), PageAddress.resource(iri)))
                    .orElseGet(() -> Message.of(Code.NAME_SPELLING, name, PageAddress.resource(iri))));
        }
        return SiteRoute.isReserved(name)
                ? Optional.of(Message.of(Code.NAME_OF_SITE, name, paths.document(iri)))
                : Optional.empty();
    }

    private static Message reasons(Set<Obstacle> obstacles) {
        return obstacles.stream()
                .map(Obstacle::reason)
                .reduce((one, other) -> Message.of(Code.BOTH, one, other))
                .orElseThrow();
    }
}
