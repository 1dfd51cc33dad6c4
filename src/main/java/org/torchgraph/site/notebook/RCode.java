package org.torchgraph.site.notebook;

/** The chunks of a notebook in R, with what comes with R alone. */
final class RCode {
    private RCode() {}

    /** Returns code that asks for the answer and requires that it is the one that was cited. */
    static String answer(Notebook notebook) {
        return """
                lasting <- %s
                here <- %s
                sha256 <- %s

                # tools has sha256sum since R 4.5.0.
                stopifnot(getRversion() >= "4.5.0")
                answer <- function() {
                  file <- tempfile(fileext = ".csv")
                  for (address in c(lasting, here)) {
                    reached <- tryCatch(
                      download.file(address, file, quiet = TRUE, mode = "wb") == 0,
                      error = function(failure) FALSE, warning = function(failure) FALSE)
                    if (reached && identical(unname(tools::sha256sum(file)), sha256)) return(file)
                    message(address, ": ", if (reached) %s else "-")
                  }
                  stop(%s)
                }

                file <- answer()
                """
                .formatted(
                        Notebook.quoted(notebook.lasting()),
                        Notebook.quoted(notebook.here()),
                        Notebook.quoted(notebook.sha256()),
                        Notebook.quoted(notebook.words().say("notebook.other")),
                        Notebook.quoted(notebook.words().say("notebook.gone")));
    }

    /** Returns code that reads the rows and shows the first ones. */
    static String rows() {
        return """
                rows <- read.csv(file, encoding = "UTF-8", colClasses = "character", na.strings = "", check.names = FALSE)
                nrow(rows)
                head(rows)
                """;
    }

    /** Returns code that draws the rows. */
    static String chart(Plot plot, String title) {
        String x = Notebook.quoted(plot.x());
        String y = Notebook.quoted(plot.y());
        String named = Notebook.quoted(title);
        return switch (plot.kind()) {
            case BARS ->
                """
                drawn <- head(rows[!is.na(rows[[%s]]), ], 60)
                barplot(rev(as.numeric(drawn[[%s]])), names.arg = rev(sub(".*/", "", drawn[[%s]])),
                  horiz = TRUE, las = 1, cex.names = 0.6, xlab = %s, main = %s)
                """
                        .formatted(y, y, x, y, named);
            case POINTS ->
                """
                drawn <- rows[!is.na(rows[[%s]]) & !is.na(rows[[%s]]), ]
                plot(as.integer(substr(drawn[[%s]], 1, 4)), as.numeric(drawn[[%s]]), xlab = %s, ylab = %s, main = %s)
                """
                        .formatted(x, y, x, y, x, y, named);
            case YEARS ->
                """
                years <- substr(rows[[%s]], 1, 4)
                barplot(table(years), xlab = %s, main = %s)
                """
                        .formatted(x, x, named);
        };
    }
}
