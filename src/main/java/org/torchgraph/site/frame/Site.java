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
 * What every page of one dataset version shows of the publication.
 *
 * @param links the places of its things on the site
 * @param prefixes the prefix table
 * @param version the dataset version, a digest
 * @param entry the catalogue entry of the dataset
 * @param headings the headings of columns of answers
 * @param schemaOrg the schema.org equivalents of its terms
 * @param languages the languages of its texts, the most common first
 * @param wholes the formats of its dumps
 */
public record Site(
        LocalLinks links,
        PrefixMap prefixes,
        String version,
        CatalogueEntry entry,
        ColumnHeadings headings,
        SchemaOrg schemaOrg,
        List<String> languages,
        DumpFormats wholes) {

    /** Takes from a dataset version what all its pages show. */
    public static Site of(
            LocalLinks links, String version, PrefixMap prefixes, DatasetModel model, DumpFormats wholes) {
        return new Site(
                links,
                prefixes,
                version,
                model.entry(),
                new ColumnHeadings(model.termLabels()),
                model.schemaOrg(),
                model.resources().languages(),
                wholes);
    }

    /** Returns the same for clients who find the site at a mount. */
    public Site at(Mount mount) {
        return new Site(links.at(mount), prefixes, version, entry, headings, schemaOrg, languages, wholes);
    }
}
