package org.torchgraph.dataset.numbered;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.commons.lang3.ArrayUtils;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.thrift.TRDF;
import org.apache.jena.riot.thrift.ThriftConvert;
import org.apache.jena.riot.thrift.wire.RDF_Term;
import org.apache.jena.vocabulary.XSD;
import org.apache.thrift.TException;
import org.apache.thrift.transport.TByteBuffer;
import org.apache.thrift.transport.TMemoryBuffer;

/**
 * The terms of a version as bytes that are mapped into memory. A term is read when it is asked for. It begins with a
 * byte that says how it is written:
 *
 * <ul>
 *   <li>{@link #IRI}, {@link #STRING}: the text in UTF-8 follows
 *   <li>{@link #LANGUAGE}, {@link #XSD_TYPE}: the length of the language tag, or of the name of the datatype in the
 *       namespace of XML Schema, in a byte, then the tag or name and the text in UTF-8
 *   <li>{@link #OTHER}: the term follows in RDF Thrift
 * </ul>
 *
 * @param places where each term begins, by its number, and at the end how many bytes there are
 * @param blocks the bytes, in blocks of the same length, of which the last may be shorter
 * @param blockBits the length of a block in bytes is 2 to the power of this
 */
record StoredTerms(LongBuffer places, List<ByteBuffer> blocks, int blockBits) implements NumberedTerms.Store {
    /** The length in bytes of the longest term that is written; Thrift reads one of twice the length. */
    private static final int LONGEST = 50_000_000;

    private static final byte IRI = 0;
    private static final byte STRING = 1;
    private static final byte LANGUAGE = 2;
    private static final byte XSD_TYPE = 3;
    private static final byte OTHER = 4;

    @Override
    public Node node(int number) {
        return read(bytes(number));
    }

    @Override
    public boolean isLiteral(int number) {
        ByteBuffer bytes = bytes(number);
        byte kind = bytes.get(0);
        return kind == STRING
                || kind == LANGUAGE
                || kind == XSD_TYPE
                || kind == OTHER && read(bytes).isLiteral();
    }

    @Override
    public String language(int number) {
        ByteBuffer bytes = bytes(number);
        byte kind = bytes.get();
        if (kind == OTHER) {
            Node node = readOther(bytes);
            return node.isLiteral() ? node.getLiteralLanguage() : "";
        }
        return kind == LANGUAGE ? text(bytes, bytes.get()) : "";
    }

    private ByteBuffer bytes(int number) {
        long place = places.get(number);
        int length = (int) (places.get(number + 1) - place);
        ByteBuffer block = blocks.get((int) (place >> blockBits));
        int from = (int) (place & (1L << blockBits) - 1);
        if (length <= block.limit() - from) {
            return block.slice(from, length);
        }
        ByteBuffer joined = ByteBuffer.allocate(length);
        for (int index = (int) (place >> blockBits); joined.hasRemaining(); index++) {
            ByteBuffer part = blocks.get(index);
            joined.put(part.slice(from, Math.min(joined.remaining(), part.limit() - from)));
            from = 0;
        }
        return joined.flip();
    }

    /** Reads a term. */
    static Node read(ByteBuffer bytes) {
        return switch (bytes.get()) {
            case IRI -> NodeFactory.createURI(text(bytes, bytes.remaining()));
            case STRING -> NodeFactory.createLiteralString(text(bytes, bytes.remaining()));
            case LANGUAGE -> {
                String tag = text(bytes, bytes.get());
                yield NodeFactory.createLiteralLang(text(bytes, bytes.remaining()), tag);
            }
            case XSD_TYPE -> {
                String type = XSD.NS + text(bytes, bytes.get());
                yield NodeFactory.createLiteralDT(text(bytes, bytes.remaining()), NodeFactory.getType(type));
            }
            default -> readOther(bytes);
        };
    }

    private static String text(ByteBuffer bytes, int length) {
        byte[] text = new byte[length];
        bytes.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    private static Node readOther(ByteBuffer bytes) {
        try {
            RDF_Term term = new RDF_Term();
            term.read(TRDF.protocol(new TByteBuffer(bytes.slice())));
            return ThriftConvert.convert(term);
        } catch (TException damaged) {
            throw new IllegalStateException(damaged);
        }
    }

    /**
     * Writes terms.
     *
     * @return where each term begins, and at the end how many bytes were written
     */
    static long[] write(NumberedTerms terms, OutputStream out) throws IOException {
        long[] places = new long[terms.count() + 1];
        long at = 0;
        for (int number = 0; number < terms.count(); number++) {
            byte[] bytes = bytes(terms.node(number));
            places[number] = at;
            out.write(bytes);
            at += bytes.length;
        }
        places[terms.count()] = at;
        return places;
    }

    /** Returns a term as bytes. */
    static byte[] bytes(Node node) throws IOException {
        byte[] bytes =
                node.isURI() ? written(IRI, "", node.getURI()) : literal(node).orElse(null);
        if (bytes == null) {
            bytes = ArrayUtils.addFirst(thrift(node), OTHER);
        }
        if (bytes.length > LONGEST) {
            throw new IOException("a term is longer than " + LONGEST + " bytes");
        }
        return bytes;
    }

    /** Returns a literal as bytes; empty if it is none, or one of a datatype or with a direction that Thrift writes. */
    private static Optional<byte[]> literal(Node node) {
        if (!node.isLiteral() || node.getLiteralBaseDirection() != null) {
            return Optional.empty();
        }
        String text = node.getLiteralLexicalForm();
        String tag = node.getLiteralLanguage();
        String type = node.getLiteralDatatypeURI();
        if (!tag.isEmpty()) {
            return tag.length() > Byte.MAX_VALUE ? Optional.empty() : Optional.of(written(LANGUAGE, tag, text));
        } else if (type.equals(XSD.xstring.getURI())) {
            return Optional.of(written(STRING, "", text));
        }
        String name = type.startsWith(XSD.NS) ? type.substring(XSD.NS.length()) : "";
        boolean isShort = !name.isEmpty() && name.getBytes(StandardCharsets.UTF_8).length <= Byte.MAX_VALUE;
        return isShort ? Optional.of(written(XSD_TYPE, name, text)) : Optional.empty();
    }

    private static byte[] written(byte kind, String name, String text) {
        byte[] words = text.getBytes(StandardCharsets.UTF_8);
        if (kind == IRI || kind == STRING) {
            return ArrayUtils.addFirst(words, kind);
        }
        byte[] named = name.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(2 + named.length + words.length)
                .put(kind)
                .put((byte) named.length)
                .put(named)
                .put(words)
                .array();
    }

    private static byte[] thrift(Node node) throws IOException {
        try {
            TMemoryBuffer bytes = new TMemoryBuffer(128);
            ThriftConvert.convert(node, false).write(TRDF.protocol(bytes));
            return ArrayUtils.subarray(bytes.getArray(), 0, bytes.length());
        } catch (TException impossible) {
            throw new IOException(impossible);
        }
    }
}
