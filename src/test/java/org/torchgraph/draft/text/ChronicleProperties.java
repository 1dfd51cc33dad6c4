package org.torchgraph.draft.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.torchgraph.kit.ZonesExtract;
import org.torchgraph.publication.Publication;
import org.torchgraph.publication.evidence.SourceText;

class ChronicleProperties {
    private static final Publication PUBLICATION = ZonesExtract.read();

    @Provide
    Arbitrary<String> scraps() {
        return Arbitraries.of(
                        "●",
                        "《",
                        "》",
                        "。",
                        "，",
                        "“",
                        "”",
                        "（",
                        "）",
                        "\n",
                        "\r\n",
                        " ",
                        "\u3000",
                        "\uFEFF",
                        "2020年",
                        "1月",
                        "31日",
                        "二〇二一年",
                        "2020-02-30",
                        "科技部",
                        "国务院",
                        "火炬中心",
                        "教育部",
                        "经",
                        "批准",
                        "印发",
                        "关于",
                        "第",
                        "翻",
                        "番",
                        "一万亿",
                        "元",
                        "百",
                        "亿",
                        "99999999999999999999",
                        "0.5",
                        "．",
                        "%",
                        "年均",
                        "吨标准煤",
                        "/万元",
                        "word",
                        "\uD840\uDC00",
                        "决定")
                .list()
                .ofMaxSize(60)
                .map(scraps -> String.join("", scraps));
    }

    @Property(tries = 500)
    void whatever_the_text_the_passages_lie_in_it(@ForAll("scraps") String text) {
        SourceText source = new SourceText(text.getBytes(StandardCharsets.UTF_8));
        List<ChronicleEntry> entries = Chronicle.read(source, PUBLICATION);
        for (ChronicleEntry entry : entries) {
            assertThat(entry.number()).isEqualTo(entries.indexOf(entry) + 1);
            lies(entry.issuance(), source);
            entry.sentences().forEach(sentence -> lies(sentence.excerpt(), source));
        }
    }

    private static void lies(PassageRange excerpt, SourceText source) {
        assertThat(excerpt.start()).isBetween(0, excerpt.end() - 1);
        assertThat(excerpt.end()).isLessThanOrEqualTo(source.length());
        assertThat(excerpt.sha256()).isEqualTo(source.passageDigest(excerpt.start(), excerpt.end()));
    }
}
