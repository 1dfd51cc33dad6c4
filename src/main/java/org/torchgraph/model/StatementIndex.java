package org.torchgraph.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.torchgraph.dataset.UnionChange;
import org.torchgraph.model.naming.Languages.LanguageCount;
import org.torchgraph.rdf.Groups;
import org.torchgraph.rdf.TripleSource;

/**
 * What one pass over all statements of a version finds.
 *
 * @param parts the described {@code #} parts of each document, by its IRI
 * @param mentions the triples whose object is a triple term that contains a node, by the node
 * @param languages the languages of the texts
 */
record StatementIndex(Groups<String, Node> parts, Groups<Node, Triple> mentions, LanguageCount languages) {

    /** Passes over all statements. */
    static StatementIndex of(TripleSource all) {
        Map<String, Set<Node>> parts = new HashMap<>();
        LanguageCount languages = new LanguageCount();
        Set<Node> tripleTerms = new HashSet<>();
        all.visitTerms(new TripleSource.TermVisitor() {
            @Override
            public void part(Node subject) {
                addPart(subject, parts);
            }

            @Override
            public void tripleTerm(Node object) {
                tripleTerms.add(object);
            }

            @Override
            public void language(String tag, int triples) {
                languages.count(tag, triples);
            }
        });
        Map<Node, Set<Triple>> mentions = new HashMap<>();
        tripleTerms.forEach(
                term -> all.find(Node.ANY, Node.ANY, term).forEach(triple -> addMentions(triple, mentions)));
        return new StatementIndex(new Groups<>(parts), new Groups<>(mentions), languages);
    }

    /**
     * Returns the index of the next version.
     *
     * @param all its triples
     */
    StatementIndex after(UnionChange change, TripleSource all) {
        Map<String, Set<Node>> touchedParts = new HashMap<>();
        Map<Node, Set<Triple>> touchedMentions = new HashMap<>();
        change.triples().forEach(triple -> {
            if (TripleSource.isPart(triple.getSubject())) {
                addPart(triple.getSubject(), touchedParts);
            }
            addMentions(triple, touchedMentions);
        });
        LanguageCount counted = languages.copy();
        change.added().forEach(triple -> counted.count(language(triple), 1));
        change.removed().forEach(triple -> counted.count(language(triple), -1));
        return new StatementIndex(
                parts.after(touchedParts, part -> all.contains(part, Node.ANY, Node.ANY)),
                mentions.after(touchedMentions, triple -> !change.removed().contains(triple)),
                counted);
    }

    private static String language(Triple triple) {
        return triple.getObject().isLiteral() ? triple.getObject().getLiteralLanguage() : "";
    }

    private static void addPart(Node part, Map<String, Set<Node>> parts) {
        String iri = part.getURI();
        parts.computeIfAbsent(iri.substring(0, iri.indexOf('#')), document -> new HashSet<>())
                .add(part);
    }

    private static void addMentions(Triple triple, Map<Node, Set<Triple>> mentions) {
        inside(triple.getObject()).forEach(node -> mentions.computeIfAbsent(node, none -> new HashSet<>())
                .add(triple));
    }

    /** Returns the IRIs and blank nodes inside a triple term, at any depth; none for other terms. */
    static Set<Node> inside(Node tripleTerm) {
        if (!tripleTerm.isTripleTerm()) {
            return Set.of();
        }
        Set<Node> named = new LinkedHashSet<>();
        Deque<Node> open = new ArrayDeque<>(List.of(tripleTerm));
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (node.isTripleTerm()) {
                Triple said = node.getTriple();
                List.of(said.getSubject(), said.getPredicate(), said.getObject())
                        .forEach(open::push);
            } else if (!node.isLiteral()) {
                named.add(node);
            }
        }
        return named;
    }
}
