package org.torchgraph.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.torchgraph.dataset.View;
import org.torchgraph.model.naming.IriEnd;
import org.torchgraph.publication.settings.Presentation;
import org.torchgraph.rdf.TripleSource;
import org.torchgraph.search.text.Stemming;
import org.torchgraph.search.text.TextAnalyzer;

/** A part of the index of a snapshot: the documents of things that follow each other. */
final class IndexPart {
    /** The number of characters of a text that are indexed and shown. */
    private static final int MAX_TEXT_CHARACTERS = 20_000;

    /** The size at which what is indexed is written, in megabytes: each time it is written costs a merge later. */
    private static final int BUFFER_MEGABYTES = 64;

    private static final FieldType STEMS = withoutNorms();

    private final TripleSource data;
    private final String base;
    private final List<Facet> facets;
    private final Set<Node> late;
    private final Set<String> leading;
    private final List<Node> things = new ArrayList<>();
    private final Map<Facet, List<List<Node>>> values = new LinkedHashMap<>();
    private final Map<Node, List<Node>> namesOfValues = new TreeMap<>(IndexPart::byText);
    private final List<List<String>> synonyms = new ArrayList<>();
    private final ThingTexts texts;

    /** Creates a part without a thing. */
    IndexPart(View data, String base, List<Facet> facets, Presentation presentation) {
        this.data = data.union();
        this.texts = new ThingTexts(this.data, presentation);
        this.base = base;
        this.facets = facets;
        this.late = Facet.late(data, base);
        this.leading = Set.copyOf(presentation.leadingClasses());
        facets.forEach(facet -> values.put(facet, new ArrayList<>()));
    }

    /** Writes the documents of things, which are read from the storage from then on. */
    IndexPart of(List<Node> described, IndexStorage storage) {
        // Merging only adjacent segments keeps documents in the order in which they were added.
        IndexWriterConfig config = new IndexWriterConfig(TextAnalyzer.ANALYZER)
                .setMergePolicy(new LogDocMergePolicy())
                .setMergeScheduler(new SerialMergeScheduler())
                .setRAMBufferSizeMB(BUFFER_MEGABYTES);
        try (IndexWriter writer = new IndexWriter(storage.directory(), config)) {
            for (Node thing : described) {
                things.add(thing);
                writer.addDocument(document(thing));
            }
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        return this;
    }

    /** Returns the things by their number in this part. */
    List<Node> things() {
        return things;
    }

    /** Returns the values of each thing, by its number in this part. */
    List<List<Node>> values(Facet facet) {
        return values.get(facet);
    }

    /** Returns the names of each thing that has several. */
    List<List<String>> synonyms() {
        return synonyms;
    }

    static int byText(Node one, Node other) {
        return one.toString().compareTo(other.toString());
    }

    private Document document(Node thing) {
        Document document = new Document();
        List<String> names = new ArrayList<>();
        boolean other = false;
        for (ThingTexts.ThingText thingText : texts.of(thing)) {
            Field field = thingText.field();
            String text = bounded(thingText.literal().getLiteralLexicalForm());
            add(field, thingText.literal(), document);
            if (field.isName()) {
                exactly(field, text, document);
            }
            if (field == Field.LABEL || field == Field.ALT) {
                names.add(text);
                other |= field == Field.ALT;
            }
        }
        if (other) {
            synonyms.add(names);
        }
        for (Facet facet : facets) {
            List<Node> ofThing = facet.values(data, thing);
            values.get(facet).add(ofThing);
            ofThing.stream()
                    .flatMap(value -> namesOfValues.computeIfAbsent(value, texts::namesOf).stream())
                    .forEach(name -> add(Field.LINKED, name, document));
        }
        if (texts.isNamed(thing)) {
            document.add(new StringField(IndexQuery.NAMED, "", Store.NO));
        } else {
            String end = bounded(IriEnd.of(thing.getURI()));
            document.add(new TextField(Field.TITLE.key(), end, Store.NO));
            document.add(new TextField(Field.TITLE.key(), IriEnd.words(end), Store.NO));
        }
        wholeIris(thing.getURI()).forEach(iri -> document.add(new StringField(IndexQuery.IRI, iri, Store.NO)));
        ends(thing.getURI()).forEach(end -> document.add(new StringField(IndexQuery.END, end, Store.NO)));
        List<Node> classes = data.classes(thing).toList();
        if (classes.stream().noneMatch(late::contains)) {
            document.add(new StringField(IndexQuery.EARLY, "", Store.NO));
        }
        if (classes.stream().anyMatch(type -> type.isURI() && leading.contains(type.getURI()))) {
            document.add(new StringField(IndexQuery.LEADING, "", Store.NO));
        }
        if (!isPart(thing)) {
            document.add(new StringField(IndexQuery.WHOLE, "", Store.NO));
        }
        return document;
    }

    /** Adds the words of a text, and the stems that they have in its language. */
    private static void add(Field field, Node literal, Document document) {
        String text = bounded(literal.getLiteralLexicalForm());
        document.add(new TextField(field.key(), text, Store.NO));
        Stemming.language(literal.getLiteralLanguage())
                .ifPresent(language -> document.add(
                        new org.apache.lucene.document.Field(TextAnalyzer.stems(field.key(), language), text, STEMS)));
    }

    private static FieldType withoutNorms() {
        FieldType words = new FieldType(TextField.TYPE_NOT_STORED);
        words.setOmitNorms(true);
        words.freeze();
        return words;
    }

    private static void exactly(Field field, String text, Document document) {
        String squeezed = TextAnalyzer.squeezed(text);
        if (!squeezed.isEmpty()) {
            document.add(new StringField(exact(field), squeezed, Store.NO));
            document.add(new StringField(IndexQuery.WRITTEN, TextAnalyzer.written(text), Store.NO));
            document.add(new TextField(TextAnalyzer.AS_WRITTEN, text, Store.NO));
        }
    }

    private static String exact(Field field) {
        return field == Field.LABEL ? IndexQuery.LABEL : field == Field.NUMBER ? IndexQuery.NUMBER : IndexQuery.OTHER;
    }

    /** Returns the IRI and the part of it after the base. */
    private Set<String> wholeIris(String iri) {
        return Set.copyOf(Arrays.asList(indexable(iri), indexable(afterBase(iri))));
    }

    /** Returns the ends of an IRI after a slash and the last of them without a fragment sign. */
    private Set<String> ends(String iri) {
        Set<String> all = new HashSet<>(Set.of(indexable(IriEnd.of(iri))));
        String rest = afterBase(iri);
        for (int slash = rest.indexOf('/'); slash >= 0; slash = rest.indexOf('/', slash + 1)) {
            all.add(indexable(rest.substring(slash + 1)));
        }
        return all;
    }

    private String afterBase(String iri) {
        return iri.startsWith(base) ? iri.substring(base.length()) : iri.replaceFirst(".*[/#]", "");
    }

    private static String indexable(String iri) {
        return IndexQuery.iri(
                iri.length() > SearchRequest.MAX_CHARACTERS ? iri.substring(0, SearchRequest.MAX_CHARACTERS) : iri);
    }

    private boolean isPart(Node thing) {
        int hash = thing.getURI().indexOf('#');
        return hash >= 0 && data.contains(NodeFactory.createURI(thing.getURI().substring(0, hash)), Node.ANY, Node.ANY);
    }

    static String bounded(String text) {
        return text.length() > MAX_TEXT_CHARACTERS ? text.substring(0, MAX_TEXT_CHARACTERS) : text;
    }
}
