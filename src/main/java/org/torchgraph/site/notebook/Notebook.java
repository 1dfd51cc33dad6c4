package org.torchgraph.site.notebook;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;
import org.torchgraph.messages.Messages;
import org.torchgraph.question.Question;
import org.torchgraph.site.codebook.Codebook;

/**
 * A notebook that asks for an answer again.
 *
 * @param title the title of the answer
 * @param introduction what it is and how it is cited, in Markdown
 * @param lasting the address by which the answer is cited
 * @param here its address at this site
 * @param sha256 the digest of its bytes in hex
 * @param plot what is drawn of it
 * @param words the words of its language
 */
public record Notebook(
        String title,
        String introduction,
        String lasting,
        String here,
        String sha256,
        Optional<Plot> plot,
        Messages words) {

    /** Returns the notebook of an answer. */
    public static Notebook of(
            Question question,
            Codebook codebook,
            String title,
            String introduction,
            String lasting,
            String here,
            String sha256,
            Messages words) {
        return new Notebook(title, introduction, lasting, here, sha256, Plot.of(question, codebook), words);
    }

    /**
     * Returns the notebook in the form of Jupyter.
     *
     * @see <a href="https://nbformat.readthedocs.io/en/latest/format_description.html">Notebook format 4.5</a>
     */
    public JsonObject jupyter() {
        JsonArrayBuilder cells = Json.createArrayBuilder()
                .add(cell("introduction", "markdown", introduction))
                .add(code("answer", PythonCode.answer(this)))
                .add(code("rows", PythonCode.rows()));
        plot.ifPresent(drawn -> cells.add(code("chart", PythonCode.chart(drawn, title))));
        return Json.createObjectBuilder()
                .add("nbformat", 4)
                .add("nbformat_minor", 5)
                .add(
                        "metadata",
                        Json.createObjectBuilder()
                                .add(
                                        "kernelspec",
                                        Json.createObjectBuilder()
                                                .add("display_name", "Python 3")
                                                .add("language", "python")
                                                .add("name", "python3"))
                                .add("language_info", Json.createObjectBuilder().add("name", "python")))
                .add("cells", cells)
                .build();
    }

    private static JsonObjectBuilder code(String id, String source) {
        return cell(id, "code", source).addNull("execution_count").add("outputs", Json.createArrayBuilder());
    }

    private static JsonObjectBuilder cell(String id, String type, String source) {
        return Json.createObjectBuilder()
                .add("id", id)
                .add("cell_type", type)
                .add("metadata", Json.createObjectBuilder())
                .add("source", source.strip());
    }

    /** Returns the notebook in R Markdown. */
    public String rMarkdown() {
        String head = "---\ntitle: " + quoted(title) + "\noutput: html_document\n---\n\n" + introduction.strip() + "\n";
        String code = chunk("answer", RCode.answer(this)) + chunk("rows", RCode.rows());
        return head
                + code
                + plot.map(drawn -> chunk("chart", RCode.chart(drawn, title))).orElse("");
    }

    private static String chunk(String name, String code) {
        return "\n```{r " + name + "}\n" + code.strip() + "\n```\n";
    }

    /** Returns a text as a literal of JSON, which YAML, Python and R read too. */
    static String quoted(String text) {
        return Json.createValue(text).toString();
    }
}
