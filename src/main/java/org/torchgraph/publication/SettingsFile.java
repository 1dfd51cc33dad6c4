package org.torchgraph.publication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.InterfaceLanguages;
import org.torchgraph.publication.settings.Logo;
import org.torchgraph.publication.settings.Settings;
import org.torchgraph.publication.settings.SettingsShapes;
import org.torchgraph.rdf.TripleSource;

/**
 * {@code site.ttl}, read. It is no graph of the data.
 *
 * @param settings as they are set; the default when there is no such file, or it has faults
 * @param faults what is wrong with it, with line
 * @param content of the file, empty when there is none
 */
public record SettingsFile(Settings settings, List<Fault> faults, Optional<byte[]> content) {
    static final String NAME = "site.ttl";

    /**
     * Reads the file if there is one.
     *
     * @param root folder of the publication
     * @param base IRI that the publication's own IRIs begin with
     * @param languages those in which the site can be shown
     */
    static SettingsFile read(Path root, String base, InterfaceLanguages languages) {
        PublicationFile file = in(root);
        if (Files.notExists(file.path())) {
            return new SettingsFile(Settings.DEFAULT, List.of(), Optional.empty());
        }
        List<Fault> faults = new ArrayList<>();
        List<LocatedTriple> said = new ArrayList<>();
        try {
            byte[] content = file.bytes();
            file.brokenEncoding(content).ifPresentOrElse(faults::add, () -> faults.addAll(parse(content, said)));
            TripleSource triples = TripleSource.of(said.stream().map(LocatedTriple::triple));
            if (faults.isEmpty()) {
                SettingsShapes.violations(triples, root, languages).forEach(wrong -> faults.add(fault(wrong, said)));
                faults.addAll(second(said));
            }
            if (faults.isEmpty()) {
                SettingsShapes.overlaps(triples, base).forEach(wrong -> faults.add(fault(wrong, said)));
            }
            Settings settings = faults.isEmpty() ? Settings.of(triples, root) : Settings.DEFAULT;
            return new SettingsFile(settings, List.copyOf(faults), Optional.of(content));
        } catch (IOException unreadable) {
            Fault fault = Fault.of(Location.in(NAME), Code.FILE_UNREADABLE, String.valueOf(unreadable.getMessage()));
            return new SettingsFile(Settings.DEFAULT, List.of(fault), Optional.empty());
        }
    }

    /** Returns the position at which {@code site.ttl} names a rule or check. */
    public static Location naming(Path root, String name) {
        return naming(
                root,
                said -> one -> one.getObject().isLiteral()
                        && one.getObject().getLiteralLexicalForm().equals(name));
    }

    /**
     * Returns the position at which {@code site.ttl} gives a setting a value, alone or in a list.
     *
     * @param setting the local name of its property
     */
    public static Location naming(Path root, String setting, Node value) {
        return naming(root, said -> {
            Node property = NodeFactory.createURI(Settings.NS + setting);
            Set<Node> lists = lists(said, property);
            return one -> one.getObject().equals(value)
                    && (one.getPredicate().equals(property)
                            || one.getPredicate().equals(RDF.Nodes.first) && lists.contains(one.getSubject()));
        });
    }

    /** Returns the cells of the lists that are values of a property. */
    private static Set<Node> lists(TripleSource said, Node property) {
        Set<Node> cells = new HashSet<>();
        List<Node> next = said.objects(Node.ANY, property).toList();
        while (cells.addAll(next)) {
            next = next.stream()
                    .flatMap(cell -> said.objects(cell, RDF.Nodes.rest))
                    .toList();
        }
        return cells;
    }

    private static Location naming(Path root, Function<TripleSource, Predicate<Triple>> wanted) {
        List<LocatedTriple> said = new ArrayList<>();
        try {
            parse(in(root).bytes(), said);
        } catch (IOException goneSinceItWasRead) {
            return Location.in(NAME);
        }
        Predicate<Triple> names = wanted.apply(TripleSource.of(said.stream().map(LocatedTriple::triple)));
        return said.stream()
                .filter(one -> names.test(one.triple()))
                .findFirst()
                .map(one -> new Location(NAME, one.line(), 0))
                .orElse(Location.in(NAME));
    }

    /** Returns the file of the picture that {@code site.ttl} names, if it is there. */
    static Optional<PublicationFile> logo(Path root) {
        List<LocatedTriple> said = new ArrayList<>();
        try {
            parse(in(root).bytes(), said);
        } catch (IOException noSettings) {
            return Optional.empty();
        }
        return said.stream()
                .map(LocatedTriple::triple)
                .filter(triple -> triple.getPredicate().hasURI(Settings.NS + "logo")
                        && triple.getObject().isLiteral())
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .filter(file -> Logo.isIn(root, file))
                .map(file -> new PublicationFile(file, root.resolve(file)))
                .findFirst();
    }

    private static PublicationFile in(Path root) {
        return new PublicationFile(NAME, root.resolve(NAME));
    }

    private static List<Fault> parse(byte[] content, List<LocatedTriple> said) {
        return new RdfParser(NAME, Quad.defaultGraphIRI)
                .parse(content, Lang.TURTLE, (quad, line, column) -> said.add(new LocatedTriple(quad.asTriple(), line)))
                .faults();
    }

    /** Returns a fault for each node of settings after the first. */
    private static List<Fault> second(List<LocatedTriple> said) {
        Set<Node> values = said.stream().map(one -> one.triple().getObject()).collect(Collectors.toSet());
        Map<Node, Long> lines = new LinkedHashMap<>();
        said.stream()
                .filter(one -> !values.contains(one.triple().getSubject()))
                .forEach(one -> lines.putIfAbsent(one.triple().getSubject(), one.line()));
        return lines.values().stream()
                .skip(1)
                .map(line -> Fault.of(
                        new Location(NAME, line, 0),
                        Code.SETTING_SECOND,
                        lines.values().iterator().next()))
                .toList();
    }

    /** Returns a fault at the statement that fits best: of the subject, with the property, with the value. */
    private static Fault fault(SettingsShapes.Violation wrong, List<LocatedTriple> said) {
        long line = 0;
        int best = 0;
        for (LocatedTriple one : said) {
            int fit = fit(one.triple(), wrong);
            if (fit > best) {
                best = fit;
                line = one.line();
            }
        }
        String shown = Optional.ofNullable(wrong.value())
                .or(() -> Optional.ofNullable(wrong.property()))
                .filter(node -> !node.isBlank())
                .map(Node::toString)
                .orElse("[]");
        return Fault.of(
                new Location(NAME, line, 0),
                wrong.code(),
                Stream.concat(Stream.of(shown), wrong.details().stream()).toArray());
    }

    private static int fit(Triple triple, SettingsShapes.Violation wrong) {
        if (triple.getObject().equals(wrong.subject())) {
            return 1;
        }
        if (!triple.getSubject().equals(wrong.subject())) {
            return 0;
        }
        Node property = wrong.property();
        return !triple.getPredicate().equals(property) ? 2 : triple.getObject().equals(wrong.value()) ? 4 : 3;
    }
}
