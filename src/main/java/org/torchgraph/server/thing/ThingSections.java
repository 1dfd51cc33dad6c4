package org.torchgraph.server.thing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.torchgraph.http.Problem;
import org.torchgraph.messages.Code;
import org.torchgraph.model.ThingViews;
import org.torchgraph.model.cube.CubeParameters;
import org.torchgraph.model.cube.CubeSlice;
import org.torchgraph.model.cube.DataCube;
import org.torchgraph.model.datasets.CatalogueExcerpt;
import org.torchgraph.model.thesaurus.ConceptExcerpt;
import org.torchgraph.model.thesaurus.ConceptScheme;
import org.torchgraph.model.thesaurus.SchemeExcerpt;
import org.torchgraph.model.thesaurus.Thesauri;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.site.cube.CubeView;
import org.torchgraph.site.datasets.CatalogueView;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.thesaurus.ConceptView;
import org.torchgraph.site.thesaurus.SchemeView;
import org.torchgraph.site.thing.ThingSection;

/**
 * Computes the sections that the page of a thing has because of what the thing is: a concept scheme, a concept, a data
 * cube or a catalogue. The parameters of a request choose a page of their lists, and a slice of a cube.
 */
final class ThingSections {
    private static final String TREE = "tree";
    private static final String LETTER = "letter";
    private static final String NAMES = "names";
    private static final String MATCHES = "matches";
    private static final String ROWS = "rows";
    private static final String DATASETS = "datasets";
    private static final List<String> PARAMETERS = List.of(TREE, LETTER, NAMES, MATCHES, ROWS, DATASETS);

    private final PublishedVersion version;
    private final Node thing;
    private final Request request;
    private final PageContext frame;

    private ThingSections(PublishedVersion version, Node thing, Request request, PageContext frame) {
        this.version = version;
        this.thing = thing;
        this.request = request;
        this.frame = frame;
    }

    /** Returns the parameters of a request on which sections can depend. */
    static Stream<String> parameters(Request request) {
        return Stream.concat(
                PARAMETERS.stream(),
                request.parameters().keySet().stream().filter(name -> name.startsWith(CubeParameters.PREFIX)));
    }

    /** Returns the sections of a thing. */
    static List<ThingSection> of(PublishedVersion version, Node thing, Request request, PageContext frame) {
        return new ThingSections(version, thing, request, frame).all();
    }

    private List<ThingSection> all() {
        ThingViews views = version.model().views();
        List<ThingSection> sections = new ArrayList<>();
        Thesauri thesauri = views.thesauri();
        thesauri.scheme(thing).map(scheme -> scheme(thesauri, scheme)).ifPresent(sections::add);
        if (thesauri.isRelated(thing)) {
            sections.add(concept(thesauri));
        }
        views.cube(thing).map(this::cube).ifPresent(sections::add);
        Optional.ofNullable(views.catalogues().get(thing))
                .map(catalogue ->
                        CatalogueExcerpt.of(catalogue, request.page(DATASETS)).orElseThrow(() -> noPage(DATASETS)))
                .map(excerpt -> CatalogueView.of(
                        excerpt, frame.wording(version.resources().labels(excerpt.nodes()))))
                .ifPresent(sections::add);
        return sections;
    }

    private ThingSection scheme(Thesauri thesauri, ConceptScheme scheme) {
        SchemeExcerpt.AskedLists asked = new SchemeExcerpt.AskedLists(
                request.page(TREE),
                request.parameter(LETTER).filter(letter -> !letter.isEmpty()),
                request.page(NAMES),
                request.page(MATCHES));
        SchemeExcerpt excerpt = SchemeExcerpt.of(
                        thesauri, scheme, frame.reader().ranges(), asked)
                .orElseThrow(() -> noPage(TREE, LETTER, NAMES, MATCHES));
        return SchemeView.of(
                excerpt, thesauri, frame.wording(version.resources().labels(excerpt.nodes())));
    }

    private ThingSection concept(Thesauri thesauri) {
        ConceptExcerpt excerpt = ConceptExcerpt.of(
                        thesauri, thing, frame.reader().ranges(), request.page(TREE))
                .orElseThrow(() -> noPage(TREE));
        return ConceptView.of(
                excerpt, thesauri, frame.wording(version.resources().labels(excerpt.nodes())));
    }

    private ThingSection cube(DataCube cube) {
        Map<Integer, String> asked = CubeParameters.read(cube, request.parameters());
        CubeSlice.unknown(cube, asked).ifPresent(unknown -> {
            throw Problem.of(
                            Problem.ProblemKind.BAD_PARAMETER,
                            Code.CUBE_VALUE,
                            unknown.dimension().property().toString(),
                            unknown.value())
                    .about(CubeParameters.name(cube, cube.components().indexOf(unknown.dimension())))
                    .exception();
        });
        CubeSlice slice = CubeSlice.of(cube, asked, request.page(ROWS)).orElseThrow(() -> noPage(ROWS));
        return CubeView.of(slice, frame.wording(version.resources().labels(slice.nodes(CubeView.MAX_CHOICES))));
    }

    private RuntimeException noPage(String... parameters) {
        String asked = Stream.of(parameters)
                .flatMap(name -> request.parameter(name).map(value -> name + "=" + value).stream())
                .collect(Collectors.joining(" "));
        return Problem.of(Problem.ProblemKind.NOT_FOUND, Code.NO_PAGE_OF_LIST, asked)
                .exception();
    }
}
