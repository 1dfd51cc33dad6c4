package org.torchgraph.rdf.order;

import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.atlas.io.AWriter;
import org.apache.jena.atlas.io.IO;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.apache.jena.riot.out.NodeFormatterTTL;
import org.apache.jena.riot.system.PrefixMap;

/**
 * Writes IRIs as Turtle does: as a prefixed name where that is legal, else in angle brackets, relative to the base if
 * there is one.
 */
public final class ShortIris {
    private final Optional<String> base;
    private final NodeFormatterTTL formatter;
    private final Map<String, String> texts = new HashMap<>();

    /** Creates a formatter for the given prefixes and base. */
    public ShortIris(PrefixMap prefixes, Optional<String> base) {
        this.base = base;
        this.formatter = new NodeFormatterTTL(null, new LongestPrefix(prefixes));
    }

    /** Returns the shortest legal text of an IRI. */
    public String of(String iri) {
        return texts.computeIfAbsent(iri, this::shortened);
    }

    /**
     * Returns the sort key of an IRI: its text without the closing bracket, which would sort after {@code #} and
     * {@code -}.
     */
    String key(String iri) {
        String text = of(iri);
        return text.endsWith(">") ? text.substring(0, text.length() - 1) : text;
    }

    private String shortened(String iri) {
        StringWriter text = new StringWriter();
        AWriter out = IO.wrap(text);
        formatter.formatURI(out, iri);
        out.flush();
        String found = text.toString();
        return found.startsWith("<")
                ? base.flatMap(b -> relative(b, iri))
                        .map(path -> "<" + path + ">")
                        .orElse(found)
                : found;
    }

    /** Returns the part after the base; empty if a reader would not resolve it to the same IRI. */
    private static Optional<String> relative(String base, String iri) {
        if (!iri.startsWith(base) || iri.startsWith("/", base.length())) {
            return Optional.empty();
        }
        String path = iri.substring(base.length());
        try {
            return IRIx.create(base).resolve(path).str().equals(iri) ? Optional.of(path) : Optional.empty();
        } catch (IRIException notResolvable) {
            return Optional.empty();
        }
    }
}
