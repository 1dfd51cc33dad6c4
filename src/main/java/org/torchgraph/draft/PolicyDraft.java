package org.torchgraph.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OA;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.torchgraph.draft.text.Amount;
import org.torchgraph.draft.text.ChronicleEntry;
import org.torchgraph.draft.text.Names;
import org.torchgraph.draft.text.Names.NameMatch;
import org.torchgraph.draft.text.PassageRange;
import org.torchgraph.draft.text.Sentence;
import org.torchgraph.publication.Publication;
import org.torchgraph.publication.evidence.LineRange;

/** Drafts the file of one policy from one entry: the policy, its numbers as targets, the passages. */
public final class PolicyDraft {
    /** The number of issuers named in a slug, which would get too long with all of them. */
    private static final int MAX_ISSUERS_IN_SLUG = 2;

    private static final String INSTRUMENT_TYPES = "concept/instrument-type/";

    private final Publication publication;
    private final ChronicleEntry entry;
    private final Node source;
    private final String slug;
    private final List<DraftBlock> blocks = new ArrayList<>();
    private final List<DraftBlock> targets = new ArrayList<>();
    private final List<Node> candidates = new ArrayList<>();
    private final List<DraftBlock> passages = new ArrayList<>();

    /**
     * Drafts the file of one entry.
     *
     * @param publication the publication whose bodies, units and concepts the draft refers to
     * @param entry the entry of the text
     * @param source the IRI of the source document of the passages
     */
    public PolicyDraft(Publication publication, ChronicleEntry entry, Node source) {
        this.publication = publication;
        this.entry = entry;
        this.source = source;
        this.slug = Stream.of(
                        Stream.of(entry.year()),
                        issuers().limit(MAX_ISSUERS_IN_SLUG).map(PolicyDraft::lastPart),
                        Stream.of("entry-" + entry.number()))
                .flatMap(parts -> parts)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("-"));
        Node issuance = passage("issuance", entry.issuance());
        int number = 1;
        for (Sentence sentence : entry.sentences()) {
            String name = "sentence-" + number++;
            Node passage = sentence.excerpt().equals(entry.issuance()) ? issuance : passage(name, sentence.excerpt());
            sentence.amounts().forEach(amount -> target(amount, sentence, passage));
        }
        blocks.add(policy(issuance));
        blocks.addAll(targets);
        passages.get(0)
                .review(
                        "goals without a number, actions, claims: written from the passages below; delete those that nothing cites");
        blocks.addAll(passages);
    }

    /** Returns the file name, {@code <slug>.ttl}. */
    public String fileName() {
        return slug + ".ttl";
    }

    /** Returns the Turtle of the whole file. */
    public String text() {
        return DraftBlock.file(
                publication,
                "Drafted from entry " + entry.number()
                        + " of the text. A review line asks for a decision; delete it once that is taken.",
                blocks);
    }

    private DraftBlock policy(Node issuance) {
        DraftBlock policy = new DraftBlock(thing("policy/" + slug), DraftTerms.POLICY)
                .say(RDF.type.asNode(), DraftTerms.LEGAL_RESOURCE)
                .review("the slug: words instead of entry-" + entry.number() + ", throughout and in the file name");
        entry.title()
                .ifPresentOrElse(
                        title -> title(policy, title), () -> policy.review("dct:title: the entry has no 《title》"));
        policy.review("dct:description in zh-Hans and in en, in your own words");
        entry.date()
                .ifPresentOrElse(
                        date -> policy.say(DCTerms.issued.asNode(), date.toString(), XSDDatatype.XSDdate),
                        () -> policy.review("dct:issued: "
                                + (entry.printedDate().isEmpty()
                                        ? "the entry has no date"
                                        : "“" + entry.printedDate() + "” is not a whole day that exists")));
        issuers(policy);
        policy.review("htz:issuedAs, htz:level, htz:scope");
        policy.say(Htz.EVIDENCE, issuance);
        candidates.forEach(candidate -> policy.say(DraftTerms.STATES, candidate));
        return policy;
    }

    private void title(DraftBlock policy, String title) {
        policy.sayInChinese(SKOS.prefLabel.asNode(), title)
                .sayInChinese(DCTerms.title.asNode(), title)
                .review("skos:prefLabel in en, and skos:editorialNote when the translation is the editors'");
        Names.of(publication, Set.of(SKOS.Concept.asNode()))
                .endOf(title, type -> type.getURI().startsWith(publication.base() + INSTRUMENT_TYPES))
                .ifPresentOrElse(
                        type -> policy.say(DraftTerms.TYPE_DOCUMENT, type),
                        () -> policy.review("eli:type_document: the title ends in no name of " + INSTRUMENT_TYPES));
    }

    private void issuers(DraftBlock policy) {
        List<NameMatch> named = entry.issuers().named();
        issuers().forEach(issuer -> policy.say(DraftTerms.PASSED_BY, issuer));
        named.stream()
                .filter(name -> name.things().size() > 1)
                .forEach(name -> policy.review("eli:passed_by: “" + name.printed() + "” is one of " + shown(name)));
        entry.issuers()
                .others()
                .forEach(words -> policy.review(
                        "eli:passed_by: is “" + words + "” an issuer? No body of this publication has that name"));
        entry.issuers()
                .approvers()
                .forEach(name -> policy.review(
                        "htz:approvedBy: “" + name.printed() + "” is said to have approved it, " + shown(name)));
        if (named.isEmpty() && entry.issuers().others().isEmpty()) {
            policy.review("eli:passed_by: no body of this publication is named as issuer");
        }
    }

    private String shown(NameMatch name) {
        return name.things().stream()
                .map(thing -> "<" + publication.relative(thing.getURI()) + ">")
                .collect(Collectors.joining(" , "));
    }

    private Stream<Node> issuers() {
        return entry.issuers().named().stream()
                .filter(name -> name.things().size() == 1)
                .map(name -> name.things().get(0));
    }

    private void target(Amount amount, Sentence sentence, Node passage) {
        Node target = thing("target/" + slug + "/number-" + (candidates.size() + 1));
        Node value = NodeFactory.createURI(target.getURI() + "#value");
        String lines = LineRange.counted(sentence.excerpt().lines()).orElseThrow();
        String times = sentence.times().isEmpty() ? "" : "; the sentence says " + String.join(", ", sentence.times());
        targets.add(new DraftBlock(target, DraftTerms.TARGET)
                .review("a target? “" + amount.printed() + "”"
                        + (amount.compared().isEmpty() ? "" : " with “" + amount.compared() + "”")
                        + (lines.contains("-") ? ", lines " : ", line ") + lines + times)
                .review(
                        "if so: labels, htz:comparator, htz:deadlineYear, htz:goalKind, htz:onQuantity, htz:scope; if not: delete it here and above")
                .say(Htz.EVIDENCE, passage)
                .say(DraftTerms.TARGET_VALUE, value)
                .with(new DraftBlock(value, DraftTerms.QUANTITY_VALUE)
                        .say(DraftTerms.HAS_UNIT, amount.unit())
                        .say(DraftTerms.NUMERIC_VALUE, decimal(amount), XSDDatatype.XSDdecimal)));
        candidates.add(target);
    }

    private static String decimal(Amount amount) {
        String plain = amount.value().toPlainString();
        return plain.contains(".") ? plain : plain + ".0";
    }

    private Node passage(String name, PassageRange excerpt) {
        Node evidence = thing("evidence/" + slug + "-" + name);
        Node chars = NodeFactory.createURI(evidence.getURI() + "#chars");
        Node lines = NodeFactory.createURI(evidence.getURI() + "#lines");
        passages.add(new DraftBlock(evidence, DraftTerms.EVIDENCE_CLASS)
                .say(Htz.QUOTE_SHA256, excerpt.sha256(), XSDDatatype.XSDhexBinary)
                .say(OA.hasSelector.asNode(), chars)
                .say(OA.hasSelector.asNode(), lines)
                .say(OA.hasSource.asNode(), source)
                .with(new DraftBlock(chars, OA.TextPositionSelector.asNode())
                        .say(OA.end.asNode(), Integer.toString(excerpt.end()), XSDDatatype.XSDinteger)
                        .say(OA.start.asNode(), Integer.toString(excerpt.start()), XSDDatatype.XSDinteger))
                .with(new DraftBlock(lines, OA.FragmentSelector.asNode())
                        .say(DCTerms.conformsTo.asNode(), DraftTerms.LINE_FRAGMENTS)
                        .say(RDF.value.asNode(), excerpt.lines(), XSDDatatype.XSDstring)));
        return evidence;
    }

    private Node thing(String path) {
        return NodeFactory.createURI(publication.base() + "id/" + path);
    }

    private static String lastPart(Node thing) {
        return DraftSource.slug(thing.getURI().replaceFirst(".*[/#]", ""));
    }
}
