package org.torchgraph.site.frame;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.system.PrefixMap;
import org.torchgraph.export.DumpFormats;
import org.torchgraph.export.Format;
import org.torchgraph.http.Mount;
import org.torchgraph.messages.InterfaceLanguages;
import org.torchgraph.model.DatasetModel;
import org.torchgraph.model.Labels;
import org.torchgraph.model.Lazy;
import org.torchgraph.model.catalogue.CatalogueEntry;
import org.torchgraph.model.vocabulary.SchemaOrg;
import org.torchgraph.publication.settings.Website;
import org.torchgraph.routes.SiteRoute;
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
 * @param website what its owner sets of the site
 * @param interfaceLanguages the languages of the words of its pages
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
        Appearance appearance,
        Website website,
        InterfaceLanguages interfaceLanguages) {

    /** Returns the site of a dataset version. */
    public static Site of(
            LocalLinks links,
            String version,
            PrefixMap prefixes,
            DatasetModel model,
            DumpFormats dumpFormats,
            Appearance appearance,
            Website website,
            InterfaceLanguages interfaceLanguages) {
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
                appearance,
                website,
                interfaceLanguages);
    }

    /** Returns what stands above the first page: the name that the owner sets, else the titles of the dataset. */
    public List<Node> titles() {
        return website.titles().isEmpty() ? entry.titles() : website.titles();
    }

    /** Returns the path of the picture before the name, if there is one. */
    public static Optional<String> logo(Website website) {
        return website.logo()
                .map(logo -> SiteRoute.SITE_ASSETS.path("logo." + logo.format().suffix()));
    }

    /** Returns the path of the style sheet with the colours that are set, if there are any. */
    public static Optional<String> colours(Website website) {
        return website.isColoured() ? Optional.of(SiteRoute.SITE_ASSETS.path("colours.css")) : Optional.empty();
    }

    /** Returns the name of the file that holds the whole dataset in a format. */
    public String dumpFile(Format format) {
        return format.fileName(website.dumpName());
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
                appearance,
                website,
                interfaceLanguages);
    }
}
