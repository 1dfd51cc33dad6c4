package org.torchgraph.publication.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinesTest {

    @Test
    void gaps_between_lines_become_lines_counted_from_one() {
        assertThat(Lines.counted("line=0,1")).contains("1");
        assertThat(Lines.counted("line=245,251")).contains("246-251");
    }

    @Test
    void any_other_text_is_no_range() {
        assertThat(Lines.counted("line=1")).isEmpty();
        assertThat(Lines.counted("char=0,1")).isEmpty();
        assertThat(Lines.counted("see line=0,1")).isEmpty();
    }
}
