package org.torchgraph.server.discovery;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apache.jena.util.XML10Char;
import org.torchgraph.http.Problem;
import org.torchgraph.http.ProblemException;
import org.torchgraph.messages.Code;
import org.torchgraph.server.reply.Content;

/** Writes an XML document in one namespace. */
public final class Xml {
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter out;

    /** Writes the content of an element. */
    public interface XmlBody {
        /** Writes it. */
        void write(Xml xml) throws XMLStreamException;
    }

    private Xml() throws XMLStreamException {
        out = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
    }

    /**
     * Returns a document.
     *
     * @throws ProblemException 406 if it has a character that XML does not allow
     */
    public static Content document(String root, String namespace, XmlBody body) {
        try {
            Xml xml = new Xml();
            xml.out.writeStartDocument("UTF-8", "1.0");
            xml.out.writeStartElement(root);
            xml.out.writeDefaultNamespace(namespace);
            body.write(xml);
            xml.out.writeEndDocument();
            return Content.of(xml.text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (XMLStreamException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Writes an element. */
    public void element(String name, XmlBody body) throws XMLStreamException {
        out.writeStartElement(name);
        body.write(this);
        out.writeEndElement();
    }

    /** Writes an element that holds a text. */
    public void element(String name, String content) throws XMLStreamException {
        out.writeStartElement(name);
        text(content);
        out.writeEndElement();
    }

    /**
     * Writes an empty element.
     *
     * @param name its name
     * @param attributes names and values in turn
     */
    public void empty(String name, String... attributes) throws XMLStreamException {
        out.writeEmptyElement(name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.writeAttribute(attributes[i], valid(attributes[i + 1]));
        }
    }

    /** Writes an element with a namespace of its own. */
    public void element(String name, String namespace, XmlBody body) throws XMLStreamException {
        out.writeStartElement(name);
        out.writeDefaultNamespace(namespace);
        body.write(this);
        out.writeEndElement();
    }

    /** Writes an attribute of the element that was started last. */
    public void attribute(String name, String value) throws XMLStreamException {
        out.writeAttribute(name, valid(value));
    }

    /** Writes characters in the element that was started last. */
    public void text(String content) throws XMLStreamException {
        out.writeCharacters(valid(content));
    }

    /** Returns the text if XML 1.0 allows its characters, of which some cannot even be escaped (§2.2). */
    private static String valid(String text) {
        text.codePoints().filter(c -> !XML10Char.isValid(c)).findFirst().ifPresent(c -> {
            throw Problem.of(Problem.ProblemKind.NOT_ACCEPTABLE, Code.XML_CHARACTER, "%04X".formatted(c))
                    .exception();
        });
        return text;
    }
}
