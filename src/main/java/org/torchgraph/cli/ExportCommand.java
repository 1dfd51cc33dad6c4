package org.torchgraph.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.torchgraph.dataset.Snapshot;
import org.torchgraph.dataset.disk.DiskDataset;
import org.torchgraph.dataset.memory.MemoryDataset;
import org.torchgraph.export.Dumps;
import org.torchgraph.export.FileHeader;
import org.torchgraph.export.Format;
import org.torchgraph.export.RdfWriter;
import org.torchgraph.messages.Code;
import org.torchgraph.model.DocumentTriples;
import org.torchgraph.model.Neighbourhood;
import org.torchgraph.model.Resources;
import org.torchgraph.publication.Publication;
import org.torchgraph.query.Limits;
import org.torchgraph.rdf.TripleSource;
import org.torchgraph.routes.IriPaths;
import org.torchgraph.site.words.LocalLinks;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code torchgraph export}. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the publication, some of its graphs, or some things.",
            "A thing is exported as its document on the site; with --depth, --inverse, --labels, --provenance or --lang, "
                    + "as its own statements and those that these options add.",
            "N-Triples and N-Quads of everything are written subject by subject. Other formats are sorted in memory "
                    + "and need up to 1 GB per million statements in addition to the publication."
        })
final class ExportCommand implements Callable<Integer> {

    @Mixin
    private PublicationOptions options;

    @Parameters(
            paramLabel = "IRI",
            arity = "0..*",
            description = "IRIs of things, absolute or relative to the base (default: everything)")
    private List<String> things = new ArrayList<>();

    @Option(
            names = "--graph",
            paramLabel = "GRAPH",
            description = "only this graph, absolute or relative to the base (repeatable)")
    private List<String> graphs = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "turtle, trig, ntriples, nquads, jsonld or rdfxml (default turtle)")
    private String format = Format.TURTLE.optionName();

    @Option(
            names = "--depth",
            paramLabel = "N",
            description = "for things: add the statements of things up to N links away")
    private Integer depth;

    @Option(names = "--inverse", description = "for things: add all links to them")
    private boolean inverse;

    @Option(names = "--labels", description = "for things: add the labels of all nodes")
    private boolean labels;

    @Option(names = "--provenance", description = "for things: add the claims about them with evidence and sources")
    private boolean provenance;

    @Option(
            names = "--lang",
            paramLabel = "TAG",
            description = "for things: of texts with a language tag, only these, for example en or zh")
    private String language = "";

    @Option(names = "--out", paramLabel = "FILE", description = "file to write (default: standard output)")
    private Path out;

    @Option(
            names = "--bundle",
            paramLabel = "FILE",
            description =
                    "write everything as a zip that an archive takes: files, answers of questions as CSV, RO-Crate, DataCite, citation, licence")
    private Path bundle;

    @Option(names = "--replace", description = "with --bundle: replace the file if it is there already")
    private boolean replace;

    @Mixin
    private StoreOption store;

    @ArgGroup(exclusive = false)
    private FilesExport files;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Format chosen = Format.byOptionName(format)
                .orElseThrow(() -> new UsageException(Code.FORMAT_UNKNOWN, format, Format.optionNames()));
        if (!things.isEmpty() && !graphs.isEmpty()) {
            throw new UsageException(Code.EXPORT_THINGS_OR_GRAPHS);
        }
        if (things.isEmpty() && hasExtent()) {
            throw new UsageException(Code.EXPORT_EXTENT);
        }
        if (depth != null && depth < 0) {
            throw new UsageException(Code.EXPORT_DEPTH);
        }
        if (files != null && store.folder().isEmpty()) {
            throw new UsageException(Code.LOAD_NO_STORE);
        }
        if (files != null && (out != null || !things.isEmpty() || !graphs.isEmpty())) {
            throw new UsageException(Code.FILES_ALONE);
        }
        if (bundle != null
                && (out != null
                        || files != null
                        || !things.isEmpty()
                        || !graphs.isEmpty()
                        || store.folder().isPresent())) {
            throw new UsageException(Code.BUNDLE_ALONE);
        }
        if (replace && bundle == null) {
            throw new UsageException(Code.BUNDLE_REPLACE);
        }
        if (bundle != null && Files.isRegularFile(bundle) && !replace) {
            throw new CommandFailedException(Code.BACKUP_EXISTS, bundle);
        }
        Publication publication = options.readWhole();
        if (bundle != null) {
            BundleExport.write(publication, bundle);
            return 0;
        }
        if (store.folder().isEmpty()) {
            export(publication, MemoryDataset.of(publication).snapshot(), chosen);
            return 0;
        }
        try (DiskDataset dataset = DiskDataset.open(store.folder().get(), Limits.standard())) {
            String filled = dataset.record()
                    .orElseThrow(() -> new CommandFailedException(Code.STORE_EMPTY))
                    .base();
            if (!filled.equals(publication.base())) {
                throw new CommandFailedException(Code.STORE_OTHER_BASE, filled, publication.base());
            }
            if (files == null) {
                export(publication, dataset.snapshot(), chosen);
            } else {
                files.write(publication, dataset.snapshot(), spec.commandLine().getOut());
            }
            return 0;
        }
    }

    private void export(Publication publication, Snapshot snapshot, Format chosen) throws IOException {
        TripleSource union = snapshot.union();
        RdfWriter writer = new RdfWriter(publication.prefixes(), union)
                .with(FileHeader.of(union, publication.base(), snapshot.version()));
        AtomicFile.ContentWriter content = content(publication, snapshot, writer, chosen);
        if (out == null) {
            content.writeTo(System.out);
        } else {
            AtomicFile.write(out, content);
        }
    }

    private AtomicFile.ContentWriter content(
            Publication publication, Snapshot snapshot, RdfWriter writer, Format chosen) {
        if (things.isEmpty() && graphs.isEmpty()) {
            return target -> Dumps.write(snapshot, writer, chosen, target);
        }
        Set<Triple> triples = things.isEmpty()
                ? graphs(publication, snapshot)
                : hasExtent() ? excerpt(publication, snapshot) : documents(publication, snapshot);
        return target -> writer.triples(triples, chosen, target);
    }

    private boolean hasExtent() {
        return depth != null || inverse || labels || provenance || !language.isEmpty();
    }

    private Set<Triple> documents(Publication publication, Snapshot snapshot) {
        Resources resources = new Resources(snapshot, publication.prefixes(), publication.settings());
        LocalLinks links = LocalLinks.of(
                new IriPaths(publication.base(), publication.settings().web().bases()), resources);
        Set<Triple> triples = new LinkedHashSet<>();
        for (String thing : things) {
            Node node = whole(thing, publication);
            triples.addAll(resources
                    .describe(node, 1)
                    .map(description -> DocumentTriples.of(description, links.document(node)))
                    .orElseThrow(() -> unknown(node)));
        }
        return triples;
    }

    private Set<Triple> excerpt(Publication publication, Snapshot snapshot) {
        Resources resources = new Resources(snapshot, publication.prefixes(), publication.settings());
        List<Node> nodes =
                things.stream().map(thing -> whole(thing, publication)).toList();
        nodes.stream().filter(node -> !resources.knows(node)).findFirst().ifPresent(unknown -> {
            throw unknown(unknown);
        });
        return resources.excerpt(
                nodes, new Neighbourhood.Extent(depth == null ? 0 : depth, inverse, labels, provenance, language));
    }

    private static CommandFailedException unknown(Node thing) {
        return new CommandFailedException(Code.THING_UNKNOWN, thing.getURI());
    }

    private Set<Triple> graphs(Publication publication, Snapshot snapshot) {
        Set<Triple> triples = new LinkedHashSet<>();
        for (String graph : graphs) {
            Node node = whole(graph, publication);
            snapshot.graph(node)
                    .orElseThrow(() -> new CommandFailedException(Code.NO_GRAPH, node.getURI()))
                    .find()
                    .forEach(triples::add);
        }
        return triples;
    }

    private static Node whole(String iri, Publication publication) {
        return NodeFactory.createURI(iri.contains("://") ? iri : publication.base() + iri);
    }
}
