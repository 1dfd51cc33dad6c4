package org.torchgraph.server.page;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.torchgraph.http.EntityTag;
import org.torchgraph.http.Problem;
import org.torchgraph.messages.Code;
import org.torchgraph.publication.settings.Website;
import org.torchgraph.server.reply.CommonHeaders;
import org.torchgraph.server.reply.Content;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.reply.Route;
import org.torchgraph.server.version.CurrentVersion;
import org.torchgraph.site.frame.ColourSheet;
import org.torchgraph.site.frame.Site;

/** Serves the logo and the colours that a publication sets. */
public final class SiteAssetRoute implements Route {
    /** Styles within a picture are applied; scripts are not run, and nothing is loaded. */
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";

    private final CurrentVersion currentVersion;
    private volatile OwnFiles made = OwnFiles.of(Website.DEFAULT);

    /** A file with the entity tag of its bytes. */
    private record OwnFile(String mediaType, byte[] bytes, EntityTag tag) {
        OwnFile(String mediaType, byte[] bytes) {
            this(mediaType, bytes, EntityTag.ofContent(bytes));
        }
    }

    /** The files of a site by their paths. */
    private record OwnFiles(Website website, Map<String, OwnFile> byPath) {
        static OwnFiles of(Website website) {
            Map<String, OwnFile> files = new HashMap<>();
            Site.logo(website).ifPresent(path -> website.logo()
                    .ifPresent(logo -> files.put(path, new OwnFile(logo.format().mediaType(), logo.content()))));
            Site.colours(website)
                    .ifPresent(path -> files.put(
                            path,
                            new OwnFile("text/css", ColourSheet.of(website).getBytes(StandardCharsets.UTF_8))));
            return new OwnFiles(website, files);
        }
    }

    public SiteAssetRoute(CurrentVersion currentVersion) {
        this.currentVersion = currentVersion;
    }

    @Override
    public Reply answer(Request request) {
        Website website = currentVersion.get().site().website();
        OwnFiles files = made;
        if (files.website() != website) {
            files = OwnFiles.of(website);
            made = files;
        }
        OwnFile file = Optional.ofNullable(files.byPath().get(request.path()))
                .orElseThrow(() -> Problem.of(Problem.ProblemKind.NOT_FOUND, Code.NO_FILE, request.path())
                        .exception());
        return Reply.ok(file.mediaType(), file.tag(), () -> Content.of(file.bytes()))
                .with(CommonHeaders.CONTENT_SECURITY_POLICY, POLICY);
    }
}
