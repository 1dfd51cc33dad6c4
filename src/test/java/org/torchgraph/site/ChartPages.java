package org.torchgraph.site;

import java.util.List;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.torchgraph.messages.Language;
import org.torchgraph.query.Table;
import org.torchgraph.question.Question;
import org.torchgraph.site.question.QuestionForm;
import org.torchgraph.site.question.QuestionResult;

/** Pages of questions whose answer is drawn. */
abstract class ChartPages {
    final Sample sample = Sample.of("<id/a> rdfs:label \"Alpha\"@en . <id/b> rdfs:label \"Beta\"@en .");

    String page(String view, List<String> columns, List<List<Node>> rows) {
        Question question =
                Asked.question("q", "#+ title.en: Q\n#+ title.zh: 问\n#+ view: " + view + "\nSELECT * { ?s ?p ?o }");
        QuestionResult outcome = new QuestionResult.Rows(new Table(columns, rows), sample.labels());
        return Pages.question(
                sample.frame(Language.EN, false, "/queries/q"),
                question,
                Map.of(),
                QuestionForm.Choices.NONE,
                outcome,
                "SELECT 1");
    }

    static Node thing(String name) {
        return NodeFactory.createURI(Sample.BASE + "id/" + name);
    }

    static Node year(String year) {
        return NodeFactory.createLiteralDT(year, XSDDatatype.XSDgYear);
    }

    static Node day(String day) {
        return NodeFactory.createLiteralDT(day, XSDDatatype.XSDdate);
    }

    static Node number(int number) {
        return NodeFactory.createLiteralDT(Integer.toString(number), XSDDatatype.XSDinteger);
    }

    static Node text(String text) {
        return NodeFactory.createLiteralString(text);
    }

    static Node decimal(String number) {
        return NodeFactory.createLiteralDT(number, XSDDatatype.XSDdecimal);
    }
}
