package org.torchgraph.check;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Message;
import org.torchgraph.model.naming.Languages;
import org.torchgraph.publication.SettingsFile;
import org.torchgraph.publication.settings.Presentation;
import org.torchgraph.publication.settings.Settings;
import org.torchgraph.rdf.TripleSource;

/**
 * Finds settings without effect: facets and hidden properties that no statement has, and languages that no text is in.
 *
 * @param root the folder of the publication
 * @param settings what its editors set
 * @param data its statements
 */
record UnusedSettingCheck(Path root, Settings settings, TripleSource data) {
    /** The name of this check in the settings. */
    static final String NAME = "unused-setting";

    /** Returns the findings. */
    Stream<Finding> findings() {
        return Finding.Severity.WARNING.asSet(settings, NAME).stream()
                .flatMap(severity -> Stream.concat(properties(severity), languages(severity)));
    }

    private Stream<Finding> properties(Finding.Severity severity) {
        Presentation presentation = settings.presentation();
        return Stream.concat(
                properties(severity, "facets", presentation.facets().stream()),
                properties(severity, "hidden", presentation.hidden().stream().map(NodeFactory::createURI)));
    }

    private Stream<Finding> properties(Finding.Severity severity, String setting, Stream<Node> properties) {
        return properties
                .filter(property -> !data.contains(Node.ANY, property, Node.ANY))
                .map(property -> finding(setting, property, severity, Code.SETTING_UNUSED, property.getURI()));
    }

    private Stream<Finding> languages(Finding.Severity severity) {
        List<String> set = settings.website().languages();
        if (set.isEmpty()) {
            return Stream.empty();
        }
        Set<String> tags = data.find()
                .map(triple -> triple.getObject())
                .filter(Node::isLiteral)
                .map(Node::getLiteralLanguage)
                .collect(Collectors.toSet());
        return set.stream()
                .filter(language -> tags.stream().noneMatch(tag -> Languages.matches(tag, language)))
                .map(language -> finding(
                        "languages",
                        NodeFactory.createLiteralString(language),
                        severity,
                        Code.SETTING_LANGUAGE_UNUSED,
                        language));
    }

    private Finding finding(String setting, Node value, Finding.Severity severity, Code code, String shown) {
        return new Finding(SettingsFile.naming(root, setting, value), severity, Message.of(code, shown)).of(NAME);
    }
}
