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

/** An XML document in one namespace, written as it goes. */
final class Xml {
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter out;

    /** What stands inside the outermost element. */
    interface XmlBody {
        void write(Xml xml) throws XMLStreamException;
    }

    private Xml() throws XMLStreamException {
        out = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
    }

    /** @throws ProblemException 406 when it has a character that XML lacks */
    static Content document(String root, String namespace, XmlBody body) {
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

    void element(String name, XmlBody body) throws XMLStreamException {
        out.writeStartElement(name);
        body.write(this);
        out.writeEndElement();
    }

    void element(String name, String content) throws XMLStreamException {
        out.writeStartElement(name);
        text(content);
        out.writeEndElement();
    }

    /** An element without content. @param attributes names and values in turn */
    void empty(String name, String... attributes) throws XMLStreamException {
        out.writeEmptyElement(name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.writeAttribute(attributes[i], sayable(attributes[i + 1]));
        }
    }

    /** Of the element that was begun last. */
    void attribute(String name, String value) throws XMLStreamException {
        out.writeAttribute(name, sayable(value));
    }

    /** Characters inside the element that was begun last. */
    void text(String content) throws XMLStreamException {
        out.writeCharacters(sayable(content));
    }

    /** As it is: XML 1.0 has no way to say some characters, not even escaped (§2.2). */
    private static String sayable(String text) {
        text.codePoints().filter(c -> !XML10Char.isValid(c)).findFirst().ifPresent(c -> {
            throw Problem.of(Problem.ProblemKind.NOT_ACCEPTABLE, Code.XML_CHARACTER, "%04X".formatted(c))
                    .exception();
        });
        return text;
    }
}
