package org.torchgraph.site.thing;

import java.util.List;
import org.apache.jena.graph.Node;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.resource.Description;
import org.torchgraph.routes.PageAddress;
import org.torchgraph.site.words.Kind;
import org.torchgraph.site.words.LocalLinks;
import org.torchgraph.site.words.Shown;
import org.torchgraph.site.words.Wording;

/**
 * The page of one thing.
 *
 * @param iri its canonical name
 * @param address of its document on this site
 * @param outside where the IRI itself leads when that is not here, or null
 * @param name its name in the language of the page
 * @param other its name in the other language, or null
 * @param classes what it is
 * @param lead a sentence that says what it is, or null
 * @param graph the named graph that its statements come from unless marked otherwise, or null
 * @param groups its statements
 * @param parts what is named by its IRI and {@code #} and no statement above leads to
 * @param unstated claims about it whose triple is not stated
 * @param places where in the sources it is written
 * @param incoming what links to it
 */
public record ThingPage(
        String iri,
        PageAddress address,
        String outside,
        Shown name,
        Shown other,
        List<ClassMark> classes,
        Shown lead,
        Shown graph,
        List<Group> groups,
        List<Part> parts,
        List<ClaimView> unstated,
        List<Place> places,
        IncomingLinks incoming) {

    /** A class that the thing is in. */
    public record ClassMark(Shown name, Kind kind) {}

    /** Statements that stand under one heading: {@code facts}, {@code names} or {@code sources}. */
    public record Group(String key, List<Property> properties) {}

    /**
     * A part of the thing that stands by itself.
     *
     * @param anchor fragment by which it is linked to, or null
     * @param iri its canonical name
     * @param name in the language of the page
     * @param properties what is said of it
     */
    public record Part(String anchor, String iri, Shown name, List<ClassMark> classes, List<Property> properties) {}

    /** @param origin by which the site was reached */
    public static ThingPage of(Description description, Wording wording, String origin) {
        Node thing = description.thing();
        List<Node> names = wording.names(thing);
        Shown name = wording.best(names).orElse(wording.show(thing));
        Statements statements = new Statements(description, wording, origin);
        List<Group> groups = statements.groups();
        return new ThingPage(
                thing.getURI(),
                wording.links().address(thing.getURI()),
                thing.getURI().startsWith(wording.links().base())
                        ? null
                        : LocalLinks.outside(thing.getURI()).orElse(null),
                name,
                wording.other(names)
                        .filter(other -> !other.text().equals(name.text()))
                        .orElse(null),
                statements.classes(),
                statements.lead(),
                statements.graph(),
                groups,
                statements.parts(),
                statements.unstated(),
                Place.of(description.passages(), wording),
                IncomingLinks.of(description.incoming(), wording));
    }

    /** Address of the editor with a query that describes the thing. */
    public String describe() {
        return "/sparql?query=" + PercentEncoding.value("DESCRIBE <" + iri + ">");
    }
}
