package org.torchgraph.draft.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.torchgraph.draft.text.Names.NameMatch;
import org.torchgraph.kit.ZonesExtract;
import org.torchgraph.publication.Publication;
import org.torchgraph.publication.evidence.SourceText;

/** The text is invented; it has the shape of the chronicle, whose own text is not in the repository. */
class ChronicleTest {
    private static Publication publication;
    private static SourceText source;
    private static List<ChronicleEntry> entries;

    @BeforeAll
    static void the_invented_text() throws IOException {
        publication = ZonesExtract.read();
        source = new SourceText(Files.readAllBytes(Path.of("src/test/resources/drafts/invented.txt")));
        entries = Chronicle.read(source, publication);
    }

    private static List<ChronicleEntry> read(String text) {
        return Chronicle.read(new SourceText(text.getBytes(StandardCharsets.UTF_8)), publication);
    }

    private static Stream<String> things(List<NameMatch> names) {
        return names.stream()
                .flatMap(name -> name.things().stream())
                .map(thing -> publication.relative(thing.getURI()));
    }

    @Test
    void each_heading_is_an_entry_and_a_dot_in_a_paragraph_is_none() {
        assertThat(entries)
                .extracting(ChronicleEntry::number, ChronicleEntry::year, ChronicleEntry::date)
                .containsExactly(
                        tuple(1, "2030", Optional.of(LocalDate.of(2030, 1, 15))),
                        tuple(2, "2031", Optional.of(LocalDate.of(2031, 3, 2))),
                        tuple(3, "2032", Optional.of(LocalDate.of(2032, 4, 5))),
                        tuple(4, "2033", Optional.of(LocalDate.of(2033, 5, 6))),
                        tuple(5, "2034", Optional.empty()),
                        tuple(6, "2035", Optional.empty()));
    }

    @Test
    void titles_are_unwrapped_and_kept_as_printed_otherwise() {
        assertThat(entries)
                .extracting(entry -> entry.title().orElse("none"))
                .containsExactly(
                        "关于示例园区建设的若干意见", "国务院办公厅关于示例〈办法〉的通知", "示例园区 5G Plus 行动实施方案", "示例发展规划", "示例暂行条例", "none");
    }

    @Test
    void issuers_are_the_bodies_named_before_the_title_else_in_it() {
        assertThat(things(entries.get(0).issuers().named())).containsExactly("id/org/most", "id/org/ndrc");
        assertThat(things(entries.get(1).issuers().named())).containsExactly("id/org/state-council-general-office");
        assertThat(things(entries.get(2).issuers().named())).containsExactly("id/org/most");
        assertThat(entries.get(4).issuers().named()).isEmpty();
        assertThat(entries.get(5).issuers().named()).isEmpty();
    }

    @Test
    void who_approved_did_not_issue_and_unknown_or_ambiguous_names_are_told() {
        Issuers joint = entries.get(2).issuers();
        assertThat(things(joint.approvers())).containsExactly("id/org/state-council");
        assertThat(joint.others()).containsExactly("教育部", "等六部门");
        assertThat(things(entries.get(3).issuers().named()))
                .containsExactly("id/org/torch-centre-miit", "id/org/torch-centre-most");
        assertThat(entries.get(0).issuers().others()).isEmpty();
    }

    @Test
    void a_number_with_a_unit_is_an_amount_and_no_date_ordinal_or_slogan_is() {
        assertThat(amounts(entries.get(0)))
                .containsExactly(
                        tuple("１２０家", "120", "unit/NUM", "超过"),
                        tuple("0.35吨标准煤/万元", "0.35", "id/unit/tce-per-10k-cny", "降至…以下"),
                        tuple("8.5%", "8.5", "unit/PERCENT-PER-YR", "增长…以上"),
                        tuple("翻两番", "4", "unit/NUM", ""),
                        tuple("一万五千亿元", "1500000000000", "unit/CCY_CNY", "达到"));
        assertThat(entries.get(0).sentences().get(1).times()).containsExactly("到2035年", "三年左右时间");
        assertThat(amounts(entries.get(2))).isEmpty();
    }

    private static List<Tuple> amounts(ChronicleEntry entry) {
        return entry.sentences().stream()
                .flatMap(sentence -> sentence.amounts().stream())
                .map(amount -> tuple(
                        amount.printed(),
                        amount.value().stripTrailingZeros().toPlainString(),
                        publication.relative(amount.unit().getURI()).replaceFirst("^http://qudt.org/vocab/", ""),
                        amount.compared()))
                .toList();
    }

    @Test
    void excerpts_are_the_passages_of_the_source() {
        PassageRange issuance = entries.get(0).issuance();
        assertThat(SourceText.withoutWhiteSpace(source.passage(issuance.start(), issuance.end())))
                .isEqualTo("2030年1月15日，科技部、国家发展改革委联合印发《关于示例园区建设的若干意见》");
        assertThat(issuance.lines()).isEqualTo("line=9,12");
        assertThat(issuance.sha256()).isEqualTo(source.passageDigest(issuance.start(), issuance.end()));
        assertThat(entries.get(5).sentences())
                .as("without the line that says who wrote it up")
                .hasSize(1);
    }

    @Test
    void odd_texts_are_read_without_a_failure() {
        assertThat(read("")).isEmpty();
        assertThat(read("没有条目的一段。")).isEmpty();
        assertThat(read("●")).isEmpty();
        assertThat(read("句中的● 2020年1月1日\n《题》")).isEmpty();
        assertThat(read("● 2020年1月1日"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.title()).isEmpty())
                .satisfies(entry -> assertThat(entry.sentences()).isEmpty());
        assertThat(read("● 日期不明\n《题》")).singleElement().satisfies(entry -> {
            assertThat(entry.title()).contains("题");
            assertThat(entry.date()).isEmpty();
        });
        assertThat(read("●《没有结尾的题")).singleElement().satisfies(entry -> assertThat(entry.title())
                .isEmpty());
        assertThat(read("\uFEFF● 2020年1月1日\r\n《题》\r\n北京市发布《题》。"))
                .as("a byte order mark is no letter")
                .singleElement()
                .satisfies(entry -> assertThat(things(entry.issuers().named()))
                        .containsExactly("id/org/beijing-municipal-government"));
    }
}
