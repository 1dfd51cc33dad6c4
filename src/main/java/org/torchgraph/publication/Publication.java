package org.torchgraph.publication;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.sparql.core.Quad;
import org.torchgraph.messages.InterfaceLanguages;
import org.torchgraph.messages.Language;
import org.torchgraph.publication.settings.Settings;

/**
 * A publication: the content of its folders {@code ontology/}, {@code data/} and {@code queries/}.
 *
 * @param root the folder
 * @param base the IRI prefix of the publication's own IRIs, ending in {@code /} or {@code #}
 * @param version the dataset version: a digest of the content, equal for equal content on any machine (32 hex digits)
 * @param prefixes the prefixes that {@code ontology/prefixes.ttl} declares with {@code sh:declare}, or a few well-known
 *     ones, and those of the heads of files that are not among these
 * @param data the RDF files, by path
 * @param queries the query files, by name
 * @param rules the files of {@code ontology/rules/}, by name
 * @param settings what {@code site.ttl} sets
 * @param interfaceLanguages the languages of the program and of the files of {@code messages/}
 * @param faults the errors in files, by position; what could not be parsed is not in the data
 */
public record Publication(
        Path root,
        String base,
        String version,
        PrefixMap prefixes,
        List<DataFile> data,
        List<QueryFile> queries,
        List<QueryFile> rules,
        Settings settings,
        InterfaceLanguages interfaceLanguages,
        List<Fault> faults) {

    /** Returns the same publication without its statements, for what is kept while a dataset has these. */
    public Publication withoutStatements() {
        return with(version, List.of(), faults);
    }

    /** Returns the same publication with other statements. */
    public Publication with(String version, List<DataFile> data, List<Fault> faults) {
        return new Publication(
                root, base, version, prefixes, data, queries, rules, settings, interfaceLanguages, faults);
    }

    /** Returns the same publication in other languages. */
    public Publication in(InterfaceLanguages languages) {
        return new Publication(root, base, version, prefixes, data, queries, rules, settings, languages, faults);
    }

    /** Creates a publication without settings. */
    public Publication(
            Path root,
            String base,
            String version,
            PrefixMap prefixes,
            List<DataFile> data,
            List<QueryFile> queries,
            List<QueryFile> rules,
            List<Fault> faults) {
        this(root, base, version, prefixes, data, queries, rules, Settings.DEFAULT, InterfaceLanguages.BUNDLED, faults);
    }

    /** Returns the path of the file in which a publication has the words of a language. */
    public static String wordsOf(Language language) {
        return MessageFiles.path(language);
    }

    /** Returns all statements, each in its named graph. */
    public Stream<Quad> quads() {
        return data.stream().flatMap(file -> file.quads().stream());
    }

    /** Returns an IRI as the files write it: relative to the base if it is below it. */
    public String relative(String iri) {
        return iri.startsWith(base) ? iri.substring(base.length()) : iri;
    }
}
