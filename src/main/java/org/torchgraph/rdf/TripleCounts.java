package org.torchgraph.rdf;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * Counts triples that are too many to be read, where they are stored. A triple that is stored in two graphs may count
 * twice.
 */
public interface TripleCounts {

    /**
     * Some terms that occur together.
     *
     * @param terms the terms
     * @param triples how often they do
     */
    record CountedTerms(List<Node> terms, long triples) {
        public CountedTerms {
            terms = List.copyOf(terms);
        }
    }

    /** Returns the number of triples with each property. */
    Map<Node, Long> properties();

    /** Returns the number of triples with a property by their object, of those that are IRIs. */
    Map<Node, Long> objects(Node property);

    /**
     * Returns the number of IRIs in each class, without its subclasses. Parts of a described thing, which have its IRI
     * and a {@code #}, are not counted unless they are classes or properties.
     */
    Map<Node, Long> things();

    /** Returns the number of IRIs that are in at least one of some classes, as {@link #things()} counts them. */
    long things(Set<Node> classes);

    /** Returns for each property a value of each kind that it has: IRI, blank node, text with a language, datatypes. */
    Map<Node, Collection<Node>> kinds();

    /** Returns the subjects whose IRI has a fragment. */
    Stream<Node> parts();

    /** Returns the triples with a property whose object is an IRI that begins with a text. */
    Stream<Triple> starting(Node property, String start);

    /**
     * Returns some triples whose subject is an IRI and whose object is no blank node.
     *
     * @param object the object; empty for any
     */
    List<Triple> some(Node property, Optional<Node> object, int most);

    /** Returns the language tags of texts, with the number of triples of each. */
    Map<String, Long> languages();

    /** Returns how many different subjects there are. */
    long subjects();

    /** Returns how many different objects there are. */
    long objects();

    /** Returns how many different subjects there are below the base, without parts. */
    long entities();

    /** Returns the triples about the members of a class with a property: class, property. */
    List<CountedTerms> classProperties();

    /** Returns the same triples by a class of their object: class, property, class. */
    List<CountedTerms> classPropertyClasses();

    /** Returns the same triples by the datatype of their object: class, property, datatype. */
    List<CountedTerms> classPropertyDatatypes();

    /** Returns the triples about subjects below the base that lead out of it: property, beginning of the IRIs. */
    List<CountedTerms> links();

    /** Returns the number of subjects that are IRIs without a fragment. */
    long documents();

    /**
     * Returns some of the subjects that are IRIs without a fragment, in an order of the store.
     *
     * @param from the number of those before
     */
    List<Node> documents(long from, int most);
}
