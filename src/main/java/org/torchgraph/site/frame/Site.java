package org.torchgraph.site.frame;

import java.util.List;
import org.apache.jena.riot.system.PrefixMap;
import org.torchgraph.export.DumpFormats;
import org.torchgraph.http.Mount;
import org.torchgraph.model.DatasetModel;
import org.torchgraph.model.catalogue.CatalogueEntry;
import org.torchgraph.model.vocabulary.SchemaOrg;
import org.torchgraph.site.words.LocalLinks;

/**
 * The catalogue data of one dataset version, which every page uses.
 *
 * @param links finds the pages of things
 * @param prefixes the prefixes of the publication
 * @param version the dataset version, a digest
 * @param entry the catalogue entry of the dataset
 * @param headings the headings of result columns
 * @param schemaOrg the mapping to schema.org
 * @param languages the languages of its texts, the most frequent first
 * @param dumpFormats the formats of its dumps
 * @param release the editors' version number, or an empty text
 * @param dataset the IRI of the dataset, if the publication has a catalogue
 * @param names its short names, literals
 * @param titles its titles, literals
 * @param descriptions its descriptions, literals
 * @param notes notes on its limits, literals
 * @param licence its licence, if the catalogue states one
 * @param examples things to start from
 * @param starters the names of questions to start from
 */
public record Site(
        LocalLinks links,
        PrefixMap prefixes,
        String version,
        CatalogueEntry entry,
        ColumnHeadings headings,
        SchemaOrg schemaOrg,
        List<String> languages,
        DumpFormats dumpFormats) {

    /** Reads the catalogue entry of the dataset whose {@code void:uriSpace} is the base. */
    public static Site of(
            LocalLinks links, String version, PrefixMap prefixes, DatasetModel model, DumpFormats dumpFormats) {
        return new Site(
                links,
                prefixes,
                version,
                model.entry(),
                new ColumnHeadings(model.termLabels()),
                model.schemaOrg(),
                model.resources().languages(),
                dumpFormats);
    }

    /** Returns the same site below a mount. */
    public Site at(Mount mount) {
        return new Site(links.at(mount), prefixes, version, entry, headings, schemaOrg, languages, dumpFormats);
    }
}
