package org.torchgraph.site.frame;

import java.util.List;
import org.apache.jena.riot.system.PrefixMap;
import org.torchgraph.export.DumpFormats;
import org.torchgraph.http.Mount;
import org.torchgraph.model.DatasetModel;
import org.torchgraph.model.Labels;
import org.torchgraph.model.Lazy;
import org.torchgraph.model.catalogue.CatalogueEntry;
import org.torchgraph.model.vocabulary.SchemaOrg;
import org.torchgraph.site.words.Appearance;
import org.torchgraph.site.words.LocalLinks;
import org.torchgraph.site.words.Reader;
import org.torchgraph.site.words.TermRenderer;

/**
 * The catalogue data of one dataset version, which every page uses.
 *
 * @param links finds the pages of things
 * @param prefixes the prefixes of the publication
 * @param version the dataset version, a digest
 * @param entry the catalogue entry of the dataset
 * @param agents the names of those who created or published the dataset
 * @param headings the headings of result columns
 * @param schemaOrg the mapping to schema.org
 * @param languages the languages of its texts, the most frequent first
 * @param dumpFormats the formats of its dumps
 * @param appearance how its classes and properties are shown
 */
public record Site(
        LocalLinks links,
        PrefixMap prefixes,
        String version,
        CatalogueEntry entry,
        Lazy<Labels> agents,
        ColumnHeadings headings,
        SchemaOrg schemaOrg,
        List<String> languages,
        DumpFormats dumpFormats,
        Appearance appearance) {

    /** Returns the site of a dataset version. */
    public static Site of(
            LocalLinks links,
            String version,
            PrefixMap prefixes,
            DatasetModel model,
            DumpFormats dumpFormats,
            Appearance appearance) {
        return new Site(
                links,
                prefixes,
                version,
                model.entry(),
                new Lazy<>(() -> model.resources().labels(model.entry().agents())),
                new ColumnHeadings(model.termLabels()),
                model.schemaOrg(),
                model.resources().languages(),
                dumpFormats,
                appearance);
    }

    /** Returns a renderer of terms for a reader. */
    public TermRenderer wording(Labels labels, Reader reader) {
        return new TermRenderer(labels, links, reader, appearance);
    }

    /** Returns the same site below a mount. */
    public Site at(Mount mount) {
        return new Site(
                links.at(mount),
                prefixes,
                version,
                entry,
                agents,
                headings,
                schemaOrg,
                languages,
                dumpFormats,
                appearance);
    }
}
