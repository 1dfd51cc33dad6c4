package org.torchgraph.publication.settings;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.torchgraph.messages.Code;

/**
 * The picture before the name of a site.
 *
 * @param file its path in the publication, with {@code /}
 * @param format its format
 * @param content its bytes
 */
public record Logo(String file, LogoFormat format, byte[] content) {
    private static final int MAX_BYTES = 1 << 20;

    /** A format of pictures that browsers show without running anything. */
    public enum LogoFormat {
        SVG("svg", "image/svg+xml", ""),
        PNG("png", "image/png", "\u0089PNG\r\n\u001a\n"),
        JPEG("jpg", "image/jpeg", "\u00ff\u00d8\u00ff"),
        WEBP("webp", "image/webp", "RIFF");

        private final String suffix;
        private final String mediaType;
        private final String beginning;

        LogoFormat(String suffix, String mediaType, String beginning) {
            this.suffix = suffix;
            this.mediaType = mediaType;
            this.beginning = beginning;
        }

        /** Returns the extension of its files, without the dot. */
        public String suffix() {
            return suffix;
        }

        /** Returns the media type. */
        public String mediaType() {
            return mediaType;
        }

        /** Returns the format of a file by its extension. */
        public static Optional<LogoFormat> of(String file) {
            String suffix = file.substring(file.lastIndexOf('.') + 1).replace("jpeg", JPEG.suffix);
            return Arrays.stream(values())
                    .filter(format -> format.suffix.equals(suffix))
                    .findFirst();
        }

        private boolean begins(byte[] content) {
            return this == SVG
                    ? isSvg(content)
                    : new String(content, 0, Math.min(content.length, beginning.length()), StandardCharsets.ISO_8859_1)
                            .equals(beginning);
        }
    }

    /** Either a picture, or why it is none. */
    record LogoReading(Optional<Logo> logo, Optional<Code> fault) {
        private static LogoReading faulty(Code fault) {
            return new LogoReading(Optional.empty(), Optional.of(fault));
        }
    }

    /**
     * Reads the picture.
     *
     * @param root the folder of the publication
     * @param file the path of the picture in it
     */
    static LogoReading read(Path root, String file) {
        try {
            Path path = root.resolve(file);
            if (!isIn(root, file)) {
                return LogoReading.faulty(Code.SETTING_LOGO_MISSING);
            }
            Optional<LogoFormat> format = LogoFormat.of(file);
            if (format.isEmpty() || Files.size(path) > MAX_BYTES) {
                return LogoReading.faulty(format.isEmpty() ? Code.SETTING_LOGO_FORMAT : Code.SETTING_LOGO_LARGE);
            }
            byte[] content = Files.readAllBytes(path);
            return format.get().begins(content)
                    ? new LogoReading(Optional.of(new Logo(file, format.get(), content)), Optional.empty())
                    : LogoReading.faulty(Code.SETTING_LOGO_FORMAT);
        } catch (IOException | InvalidPathException noFile) {
            return LogoReading.faulty(Code.SETTING_LOGO_MISSING);
        }
    }

    /** Returns whether a path leads to a file within a folder. */
    public static boolean isIn(Path root, String file) {
        try {
            Path path = root.resolve(file);
            return Files.isRegularFile(path) && path.toRealPath().startsWith(root.toRealPath());
        } catch (IOException | InvalidPathException noFile) {
            return false;
        }
    }

    /** Returns whether a text is XML whose outermost element is {@code svg}; nothing outside of it is read. */
    private static boolean isSvg(byte[] content) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader text = factory.createXMLStreamReader(new ByteArrayInputStream(content));
            while (text.hasNext() && !text.isStartElement()) {
                text.next();
            }
            boolean svg = text.isStartElement() && text.getLocalName().equals("svg");
            while (svg && text.hasNext()) {
                text.next();
            }
            return svg;
        } catch (XMLStreamException notXml) {
            return false;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Logo logo && file.equals(logo.file) && Arrays.equals(content, logo.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return file;
    }
}
