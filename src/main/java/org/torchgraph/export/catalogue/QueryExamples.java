package org.torchgraph.export.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.query.Query;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SchemaDO;
import org.torchgraph.messages.InterfaceLanguages;
import org.torchgraph.question.Question;
import org.torchgraph.routes.SiteRoute;

/**
 * Describes saved questions as query examples, which query editors read from the endpoint.
 *
 * @see <a href="https://www.w3.org/TR/shacl-af/#SPARQLExecutable">SHACL Advanced Features</a>
 */
final class QueryExamples {
    private static final String SH = "http://www.w3.org/ns/shacl#";

    private QueryExamples() {}

    /**
     * Adds an example per question with the default values of its parameters. Panels are left out because they ask
     * about one given thing.
     */
    static void say(List<Question> questions, String base, Model model) {
        questions.stream().filter(question -> question.panel().isEmpty()).forEach(question -> {
            Resource example = model.createResource(SiteRoute.QUESTION.iri(base) + question.name())
                    .addProperty(RDF.type, sh("SPARQLExecutable"))
                    .addProperty(RDF.type, sh("SPARQL" + form(question.query()) + "Executable"))
                    .addProperty(sh(form(question.query()).toLowerCase(Locale.ROOT)), text(question, base))
                    .addProperty(schema("target"), model.createResource(SiteRoute.SPARQL.iri(base)));
            question.titles().forEach((language, title) -> example.addProperty(RDFS.label, title, tag(language)));
            // One comment only: an editor would list the example once per comment.
            example.addProperty(RDFS.comment, comment(question));
        });
    }

    private static String comment(Question question) {
        Map<String, String> titles = question.titles();
        return titles.isEmpty() ? question.name() : titles.values().stream().collect(Collectors.joining(" / "));
    }

    private static String text(Question question, String base) {
        return question.prepare(Map.of(), base).written(question.query()).toString();
    }

    private static String form(Query query) {
        if (query.isAskType()) {
            return "Ask";
        }
        return query.isSelectType() ? "Select" : query.isConstructType() ? "Construct" : "Describe";
    }

    private static String tag(String language) {
        return InterfaceLanguages.BUNDLED.tag(language);
    }

    private static Property sh(String name) {
        return ResourceFactory.createProperty(SH, name);
    }

    private static Property schema(String name) {
        return ResourceFactory.createProperty(SchemaDO.NS, name);
    }
}
