package org.torchgraph.site.question;

import java.util.List;
import org.torchgraph.question.Question;

/** The notebooks that ask a question again, by the suffixes of their files. */
public final class NotebookFiles {
    /** The suffix of notebooks for Jupyter. */
    public static final String JUPYTER = "ipynb";

    /** The suffix of notebooks for R Markdown. */
    public static final String R_MARKDOWN = "Rmd";

    private NotebookFiles() {}

    /** Returns the suffixes of the notebooks of a question: none if its answer cannot be asked for again. */
    public static List<String> of(Question question) {
        return question.hasLastingRows() ? List.of(JUPYTER, R_MARKDOWN) : List.of();
    }
}
