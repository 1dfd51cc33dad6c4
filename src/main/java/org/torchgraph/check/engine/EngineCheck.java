package org.torchgraph.check.engine;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.torchgraph.check.Finding;
import org.torchgraph.check.Finding.Severity;
import org.torchgraph.dataset.engine.EngineDivergence;
import org.torchgraph.dataset.engine.RemoteDataset;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.InterfaceLanguages;
import org.torchgraph.messages.Language;
import org.torchgraph.messages.Message;
import org.torchgraph.messages.MultilingualText;
import org.torchgraph.publication.Location;
import org.torchgraph.publication.Publication;

/**
 * Finds what an engine answers otherwise than SPARQL says, each a warning because sites work around it or are told, and
 * what it does not have of the files, each an error unless it is only spelled otherwise.
 *
 * @param address names the engine in findings
 */
public record EngineCheck(Publication files, RemoteDataset engine, String address) {

    /**
     * Returns the findings: first those about statements, then those about answers.
     *
     * @throws org.torchgraph.query.QueryFailedException if the engine cannot be reached any more
     */
    public List<Finding> findings() {
        return Stream.concat(
                        new StatementComparison(files, engine.snapshot().whole(), address).findings().stream(),
                        engine.divergences().stream().map(this::finding))
                .toList();
    }

    private Finding finding(EngineDivergence divergence) {
        MultilingualText point = new MultilingualText(InterfaceLanguages.BUNDLED.all().stream()
                .collect(Collectors.toMap(Language::tag, language -> language.messages()
                        .say("engine.probe." + divergence.probe().slug()))));
        return new Finding(
                Location.in(address), Severity.WARNING, Message.of(Code.ENGINE_DIFFERS, point, divergence.answer()));
    }
}
