package org.torchgraph.publication.syntax;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import javax.xml.namespace.QName;
import javax.xml.stream.Location;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;
import org.apache.jena.vocabulary.RDF;

/**
 * Checks the IRIs in attributes of RDF/XML ({@code rdf:about}, {@code rdf:resource}, {@code rdf:datatype}). Jena's
 * reader would reject a whole file because of one malformed IRI or one unknown {@code rdf:parseType}.
 */
public final class RdfXmlAttributes {
    private static final List<String> ATTRIBUTES = List.of("about", "resource", "datatype");
    private static final QName PARSE_TYPE = new QName(RDF.getURI(), "parseType");
    private static final String LITERAL = "Literal";
    private static final List<String> PARSE_TYPES = List.of(LITERAL, "Resource", "Collection");
    private static final XMLEventFactory EVENTS = XMLEventFactory.newFactory();

    private final StrictProfile profile;
    private boolean changed;

    /**
     * A text that Jena can read.
     *
     * @param text the text
     * @param lines the line of the file for each line of the text in which a tag ends
     */
    public record Mended(byte[] text, NavigableMap<Integer, Integer> lines) {

        /** Returns the line of the file for a line of the text. */
        public long inFile(long line) {
            Map.Entry<Integer, Integer> tag = lines.floorEntry((int) line);
            return tag == null ? line : tag.getValue() + line - tag.getKey();
        }
    }

    private static final class RewrittenText extends ByteArrayOutputStream {
        private int line = 1;

        @Override
        public void write(int octet) {
            line += octet == '\n' ? 1 : 0;
            super.write(octet);
        }

        @Override
        public void write(byte[] octets, int from, int length) {
            for (int i = from; i < from + length; i++) {
                line += octets[i] == '\n' ? 1 : 0;
            }
            super.write(octets, from, length);
        }
    }

    private RdfXmlAttributes(StrictProfile profile) {
        this.profile = profile;
    }

    /**
     * Replaces each malformed IRI by a placeholder, which is reported to the profile and marked as invalid. The text is
     * returned unchanged if it has none or is not XML. An unknown {@code rdf:parseType} becomes {@code Literal}
     * (RDF/XML §7.2.20).
     */
    public static Mended mended(byte[] content, StrictProfile profile) {
        RdfXmlAttributes iris = new RdfXmlAttributes(profile);
        RewrittenText out = new RewrittenText();
        NavigableMap<Integer, Integer> lines = new TreeMap<>();
        try {
            XMLInputFactory readers = XMLInputFactory.newFactory();
            readers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            XMLEventReader in = readers.createXMLEventReader(new ByteArrayInputStream(content));
            XMLEventWriter writer = XMLOutputFactory.newFactory().createXMLEventWriter(out, "UTF-8");
            while (in.hasNext()) {
                XMLEvent event = in.nextEvent();
                if (event.isStartElement()) {
                    writer.add(iris.mended(event.asStartElement()));
                    writer.flush();
                    lines.putIfAbsent(out.line, event.getLocation().getLineNumber());
                } else if (!event.isStartDocument()) {
                    // The XML declaration may name an encoding other than UTF-8.
                    writer.add(event);
                }
            }
            writer.close();
        } catch (XMLStreamException notXml) {
            return new Mended(content, new TreeMap<>());
        }
        return iris.changed ? new Mended(out.toByteArray(), lines) : new Mended(content, new TreeMap<>());
    }

    private StartElement mended(StartElement element) {
        List<Attribute> attributes = new ArrayList<>();
        Location place = element.getLocation();
        boolean same = true;
        for (Iterator<Attribute> all = element.getAttributes(); all.hasNext(); ) {
            Attribute attribute = all.next();
            String value = attribute.getValue();
            boolean isIri = attribute.getName().getNamespaceURI().equals(RDF.getURI())
                    && ATTRIBUTES.contains(attribute.getName().getLocalPart());
            String read = value;
            if (isIri) {
                read = profile.standIn(value, place.getLineNumber(), place.getColumnNumber());
            } else if (attribute.getName().equals(PARSE_TYPE) && !PARSE_TYPES.contains(value)) {
                read = LITERAL;
            }
            same &= read.equals(value);
            attributes.add(read.equals(value) ? attribute : EVENTS.createAttribute(attribute.getName(), read));
        }
        changed |= !same;
        return same
                ? element
                : EVENTS.createStartElement(element.getName(), attributes.iterator(), element.getNamespaces());
    }
}
