package org.torchgraph.site.frame;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.VOID;
import org.torchgraph.export.DumpFormats;
import org.torchgraph.export.catalogue.Version;
import org.torchgraph.http.Mount;
import org.torchgraph.rdf.TripleSource;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.site.words.LocalLinks;

/**
 * What every page of one dataset version says of the publication, as its catalogue has it.
 *
 * @param links where its things are on the site
 * @param prefixes the prefix table
 * @param version the dataset version, a digest
 * @param release the version that its editors gave it, or empty
 * @param dataset its IRI, if it has a catalogue
 * @param names short names, literals
 * @param titles literals
 * @param descriptions literals
 * @param notes on its limits, literals
 * @param licence if the catalogue names one
 * @param examples things to start from
 * @param starters names of the questions to start from
 * @param headings of the columns of its answers
 * @param schemaOrg what its terms are there
 * @param languages of its texts, the most common first
 * @param wholes the formats in which all of it can be had
 */
public record Site(
        LocalLinks links,
        PrefixMap prefixes,
        String version,
        String release,
        Optional<Node> dataset,
        List<Node> names,
        List<Node> titles,
        List<Node> descriptions,
        List<Node> notes,
        Optional<Node> licence,
        List<Node> examples,
        List<String> starters,
        ColumnHeadings headings,
        SchemaOrg schemaOrg,
        List<String> languages,
        DumpFormats wholes) {

    /** Reads the catalogue: the dataset whose {@code void:uriSpace} is the base. */
    public static Site of(
            LocalLinks links,
            String version,
            PrefixMap prefixes,
            TripleSource data,
            List<String> languages,
            DumpFormats wholes) {
        String base = links.base();
        Optional<Node> dataset = Version.dataset(data, base);
        List<Node> titles = values(data, dataset, DCTerms.title.asNode());
        List<Node> names = values(data, dataset, SKOS.prefLabel.asNode());
        List<Node> examples = things(data, dataset, VOID.exampleResource.asNode());
        String questions = SiteRoute.QUESTION.iri(base);
        return new Site(
                links,
                prefixes,
                version,
                values(data, dataset, Version.NAME.asNode()).stream()
                        .findFirst()
                        .map(Node::getLiteralLexicalForm)
                        .orElse(""),
                dataset,
                names.isEmpty() ? titles : names,
                titles,
                values(data, dataset, DCTerms.description.asNode()),
                values(data, dataset, SKOS.scopeNote.asNode()),
                things(data, dataset, DCTerms.license.asNode()).stream().findFirst(),
                examples.stream()
                        .filter(example -> !example.getURI().startsWith(questions))
                        .toList(),
                examples.stream()
                        .map(Node::getURI)
                        .filter(example -> example.startsWith(questions))
                        .map(example -> example.substring(questions.length()))
                        .toList(),
                ColumnHeadings.of(base, data),
                new SchemaOrg(data),
                languages,
                wholes);
    }

    /** The same for clients who find it at a mount. */
    public Site at(Mount mount) {
        return new Site(
                links.at(mount),
                prefixes,
                version,
                release,
                dataset,
                names,
                titles,
                descriptions,
                notes,
                licence,
                examples,
                starters,
                headings,
                schemaOrg,
                languages,
                wholes);
    }

    private static List<Node> values(TripleSource data, Optional<Node> subject, Node property) {
        return objects(data, subject, property).stream().filter(Node::isLiteral).toList();
    }

    private static List<Node> things(TripleSource data, Optional<Node> subject, Node property) {
        return objects(data, subject, property).stream()
                .filter(Node::isURI)
                .sorted(Comparator.comparing(Node::getURI))
                .toList();
    }

    private static List<Node> objects(TripleSource data, Optional<Node> subject, Node property) {
        return subject.map(thing -> data.objects(thing, property).toList()).orElse(List.of());
    }
}
