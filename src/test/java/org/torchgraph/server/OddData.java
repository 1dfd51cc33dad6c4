package org.torchgraph.server;

import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;
import org.torchgraph.query.Limits;

/** A site of data that other people write. */
record OddData(TestSite site) implements AutoCloseable {

    /** @param turtle below {@link PublicationFolder#BASE} */
    static OddData of(Path folder, String turtle) {
        return new OddData(TestSite.of(
                PublicationFolder.in(folder).turtle("data/things.ttl", turtle).read(), Limits.standard()));
    }

    /** The page of a thing in a language of the site. */
    Document page(String thing, String lang) {
        return Jsoup.parse(html("/doc/" + thing + "?lang=" + lang));
    }

    String html(String path, String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = "Accept";
        all[1] = "text/html";
        System.arraycopy(headers, 0, all, 2, headers.length);
        var answer = site.get(path, all);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " is " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    @Override
    public void close() {
        site.close();
    }
}
