package org.torchgraph.site.notebook;

/** The cells of a notebook in Python, with its standard library; only the chart needs matplotlib. */
final class PythonCode {
    private PythonCode() {}

    /** Returns code that asks for the answer and requires that it is the one that was cited. */
    static String answer(Notebook notebook) {
        return """
                import csv, hashlib, io, urllib.request

                LASTING = %s
                HERE = %s
                SHA256 = %s

                def answer():
                    for address in (LASTING, HERE):
                        try:
                            with urllib.request.urlopen(address, timeout=60) as reply:
                                content = reply.read()
                        except OSError as failure:
                            print(address, failure, sep=": ")
                            continue
                        if hashlib.sha256(content).hexdigest() == SHA256:
                            return content
                        print(address, %s, sep=": ")
                    raise RuntimeError(%s)

                content = answer()
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
                rows = list(csv.DictReader(io.StringIO(content.decode("utf-8"))))
                print(len(rows))
                rows[:5]
                """;
    }

    /** Returns code that draws the rows. */
    static String chart(Plot plot, String title) {
        String x = Notebook.quoted(plot.x());
        String y = Notebook.quoted(plot.y());
        String drawn =
                switch (plot.kind()) {
                    case BARS ->
                        """
                        drawn = [row for row in rows if row[%s]][:60]
                        names = [row[%s].rsplit("/", 1)[-1] for row in drawn]
                        figure, axes = plt.subplots(figsize=(9, 1 + 0.3 * len(drawn)))
                        axes.barh(range(len(drawn)), [float(row[%s]) for row in drawn])
                        axes.set_yticks(range(len(drawn)), names)
                        axes.invert_yaxis()
                        axes.set_xlabel(%s)
                        """
                                .formatted(y, x, y, y);
                    case POINTS ->
                        """
                        drawn = [row for row in rows if row[%s] and row[%s]]
                        figure, axes = plt.subplots(figsize=(9, 5))
                        axes.plot([int(row[%s][:4]) for row in drawn], [float(row[%s]) for row in drawn], "o")
                        axes.set_xlabel(%s)
                        axes.set_ylabel(%s)
                        """
                                .formatted(x, y, x, y, x, y);
                    case YEARS ->
                        """
                        from collections import Counter

                        years = Counter(int(row[%s][:4]) for row in rows if row[%s])
                        figure, axes = plt.subplots(figsize=(9, 4))
                        axes.bar(list(years), list(years.values()))
                        axes.set_xlabel(%s)
                        """
                                .formatted(x, x, x);
                };
        return "import matplotlib.pyplot as plt\n\n" + drawn + "axes.set_title(" + Notebook.quoted(title)
                + ")\nplt.show()";
    }
}
