package org.torchgraph.rdf.syntax;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.impl.Util;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.util.XML10Char;
import org.apache.jena.vocabulary.RDF;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Message;
import org.torchgraph.rdf.order.TermOrder;

/** The XML names of property elements: a prefix and local name per predicate, with a new prefix if none is given. */
final class XmlNames {
    /** The namespace that must not be declared (Namespaces in XML 1.0 §3). */
    private static final String XMLNS = "http://www.w3.org/2000/xmlns/";

    /**
     * The local names of RDF that are no property elements: syntax terms, old terms and {@code li} (RDF/XML §5.1,
     * §7.2.2 to §7.2.4, §7.4).
     */
    private static final Set<String> NO_PROPERTIES = Set.of(
            "RDF",
            "ID",
            "about",
            "parseType",
            "resource",
            "nodeID",
            "datatype",
            "Description",
            "li",
            "aboutEach",
            "aboutEachPrefix",
            "bagID");

    private final Map<Node, String> names = new HashMap<>();
    private final SortedMap<String, String> namespaces = new TreeMap<>();

    XmlNames(PrefixMap prefixes, Collection<Node> predicates) {
        Map<String, String> byNamespace = new HashMap<>();
        prefixes.stream()
                .filter(entry -> isUsable(entry.getPrefix()))
                .forEach(entry -> byNamespace.merge(
                        entry.getUri(), entry.getPrefix(), (one, other) -> one.compareTo(other) < 0 ? one : other));
        byNamespace.put(RDF.getURI(), "rdf");
        namespaces.put("rdf", RDF.getURI());
        predicates.stream()
                .distinct()
                .sorted(TermOrder.SUBJECTS)
                .forEach(predicate -> names.put(predicate, named(predicate.getURI(), byNamespace, prefixes)));
    }

    /** Returns the namespaces by prefix; the empty prefix is the default namespace. */
    SortedMap<String, String> namespaces() {
        return namespaces;
    }

    String of(Node predicate) {
        return names.get(predicate);
    }

    /**
     * Returns the index where the local name of a property begins; empty if a property element cannot have that name,
     * because XML has no such name or RDF/XML gives it another meaning.
     */
    static OptionalInt split(String iri) {
        int split = Util.splitNamespaceXML(iri);
        String namespace = iri.substring(0, split);
        boolean reserved = namespace.equals(XMLNS)
                || namespace.equals(RDF.getURI()) && NO_PROPERTIES.contains(iri.substring(split));
        return split == iri.length() || reserved ? OptionalInt.empty() : OptionalInt.of(split);
    }

    private String named(String iri, Map<String, String> byNamespace, PrefixMap taken) {
        int split = split(iri).orElseThrow(() -> new InexpressibleException(Message.of(Code.PROPERTY_NAME, iri)));
        String namespace = iri.substring(0, split);
        String prefix = byNamespace.computeIfAbsent(namespace, n -> madeUp(taken));
        namespaces.put(prefix, namespace);
        return prefix.isEmpty() ? iri.substring(split) : prefix + ":" + iri.substring(split);
    }

    private String madeUp(PrefixMap taken) {
        int number = 1;
        while (namespaces.containsKey("ns" + number) || taken.containsPrefix("ns" + number)) {
            number++;
        }
        return "ns" + number;
    }

    /**
     * Returns whether a prefix may be declared: names that begin with xml are reserved (Namespaces in XML 1.0 §3), and
     * rdf is always bound to RDF.
     */
    private static boolean isUsable(String prefix) {
        return !prefix.equals("rdf")
                && !prefix.toLowerCase(Locale.ROOT).startsWith("xml")
                && (prefix.isEmpty() || XML10Char.isValidNCName(prefix));
    }
}
