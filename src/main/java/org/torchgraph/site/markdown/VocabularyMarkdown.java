package org.torchgraph.site.markdown;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Node;
import org.torchgraph.model.Labels;
import org.torchgraph.model.vocabulary.VocabularyExcerpt;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.vocabulary.VocabularyPage;
import org.torchgraph.site.words.RenderedTerm;

/** Writes the terms of the publication as Markdown: a line for each class and property with its definition. */
public final class VocabularyMarkdown {
    private final MarkdownTerms words;
    private final MarkdownText text = new MarkdownText();

    private VocabularyMarkdown(PageContext frame) {
        words = new MarkdownTerms(frame);
    }

    /** Returns the text of a vocabulary with the labels of what it names. */
    public static String of(PageContext frame, VocabularyExcerpt vocabulary, Labels labels) {
        return new VocabularyMarkdown(frame).write(VocabularyPage.of(frame, vocabulary, labels));
    }

    private String write(VocabularyPage page) {
        text.heading(1, page.title() == null ? List.of(words.say("nav.def")) : words.of(page.title()));
        if (page.description() != null) {
            text.summary(words.of(page.description()));
        }
        List<List<Node>> head = new ArrayList<>();
        head.add(List.of(words.label("iri"), MarkdownTerms.code(words.frame().canonical())));
        if (!page.release().isEmpty()) {
            head.add(List.of(words.say("def.version", page.release())));
        }
        head.add(List.of(
                words.label("thing.download"),
                MarkdownTerms.link("ttl", words.frame().address(SiteRoute.VOCABULARY.form("ttl")))));
        text.bullets(head);
        section("def.classes", page.classes());
        section("def.properties", page.properties());
        return text.write();
    }

    private void section(String heading, List<VocabularyPage.TermEntry> entries) {
        if (!entries.isEmpty()) {
            text.heading(2, List.of(words.say(heading)));
            text.bullets(entries.stream().map(this::entry).toList());
        }
    }

    private List<Node> entry(VocabularyPage.TermEntry entry) {
        List<Node> line = new ArrayList<>();
        line.add(MarkdownTerms.code(entry.curie() == null ? entry.iri() : entry.curie()));
        line.add(MarkdownTerms.text(" "));
        line.addAll(words.list(entry.labels()));
        line.add(MarkdownTerms.text(words.frame().messages().say("brief.colon")));
        entry.definitions().stream().limit(1).forEach(definition -> line.addAll(words.of(definition)));
        List<List<Node>> facts = new ArrayList<>();
        if (!entry.parents().isEmpty()) {
            facts.add(named("def.parents", entry.parents()));
        }
        entry.rows().forEach(row -> facts.add(named("def." + row.key(), row.said())));
        if (!facts.isEmpty()) {
            line.addAll(words.bracketed(words.semicolons(facts)));
        }
        return line;
    }

    private List<Node> named(String key, List<RenderedTerm> terms) {
        List<Node> named = new ArrayList<>();
        named.add(words.label(key));
        named.addAll(words.commas(terms.stream()
                .map(term -> List.of(MarkdownTerms.text(term.text())))
                .toList()));
        return named;
    }
}
