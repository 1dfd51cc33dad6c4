package org.torchgraph.draft.start;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.lang3.StringUtils;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.DC_11;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.XSD;

/**
 * The base of a publication: the deepest folder that holds what is described at one host, which is the host where most
 * things are described. Hash IRIs lie in the folder of their document. Terms of common vocabularies do not count, since
 * ontologies repeat them, unless most of what is described are such terms. Names that are not ASCII are no part of the
 * base.
 */
final class BaseChoice {
    private static final Set<String> COMMON = Set.of(
            DCTerms.NS, DC_11.NS, FOAF.NS, OWL2.NS, RDF.uri, RDFS.uri, SKOS.uri, "http://purl.org/vocab/vann/", XSD.NS);

    private static final String AFTER_SCHEME = "://";

    private BaseChoice() {}

    /** Returns the base of described things; empty if none of them is at a host. */
    static Optional<String> of(Collection<String> described) {
        List<String> hosted =
                described.stream().filter(iri -> iri.contains(AFTER_SCHEME)).toList();
        Optional<String> main = Counted.by(hosted.stream().map(BaseChoice::namespace)).stream()
                .map(Counted::name)
                .findFirst();
        List<String> folders = hosted.stream()
                .filter(iri ->
                        !COMMON.contains(namespace(iri)) || main.orElseThrow().equals(namespace(iri)))
                .map(BaseChoice::folder)
                .toList();
        return Counted.by(folders.stream().map(BaseChoice::host)).stream()
                .findFirst()
                .map(host -> common(folders.stream()
                        .filter(folder -> folder.startsWith(host.name()))
                        .toArray(String[]::new)));
    }

    private static String common(String... folders) {
        String start = StringUtils.getCommonPrefix(folders);
        String folder = start.substring(0, start.lastIndexOf('/') + 1);
        while (!StringUtils.isAsciiPrintable(folder) && !folder.equals(host(folder))) {
            folder = folder.substring(0, folder.lastIndexOf('/', folder.length() - 2) + 1);
        }
        return folder;
    }

    private static String namespace(String iri) {
        return iri.substring(0, Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
    }

    /** Returns the host of a folder with its scheme, up to the first slash of the path. */
    private static String host(String folder) {
        return folder.substring(0, folder.indexOf('/', authority(folder)) + 1);
    }

    /** Returns the IRI of the document up to the last slash of its path. */
    private static String folder(String iri) {
        String path = StringUtils.substringBefore(StringUtils.substringBefore(iri, "#"), "?");
        int last = path.lastIndexOf('/');
        return last < authority(path) ? path + "/" : path.substring(0, last + 1);
    }

    private static int authority(String iri) {
        return iri.indexOf(AFTER_SCHEME) + AFTER_SCHEME.length();
    }
}
