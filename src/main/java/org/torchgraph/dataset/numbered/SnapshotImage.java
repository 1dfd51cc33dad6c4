package org.torchgraph.dataset.numbered;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphMapLink;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Message;

/**
 * A file that holds the statements of a version as they are laid out for reading, so that the next process need not
 * parse, number and sort them. The order of its parts: magic number, form, digest of the key, counts of terms, slots,
 * triples and graphs; the columns of the triples; the table of terms; the graphs, each with its name and its rows; the
 * terms; the places of the terms, and the number of the bytes of the terms; a CRC-32C of all before it. Numbers in
 * parts with many of them have their lowest byte first.
 */
public final class SnapshotImage {
    /** The first eight bytes: {@code torch-im}. */
    private static final long MAGIC = 0x746F7263682D696DL;

    private static final int FORM = 1;

    private static final int BLOCK_BITS = 30;
    private static final int COLUMNS = 8;
    private static final int ALL_ROWS = -1;
    private static final int KEY_BYTES = 32;
    private static final int HEADER_BYTES = Long.BYTES + Integer.BYTES + KEY_BYTES + 4 * Integer.BYTES;

    private final Path file;
    private final byte[] digestOfKey;
    private final DatasetGraph graphs;

    private SnapshotImage(Path file, byte[] digestOfKey, DatasetGraph graphs) {
        this.file = file;
        this.digestOfKey = digestOfKey;
        this.graphs = graphs;
    }

    /**
     * Writes an image of graphs that {@link NumberedData} or {@link #open} has made.
     *
     * @param key what the statements depend on; an image is for an equal key only
     */
    public static void write(DatasetGraph data, String key, OutputStream to) throws IOException {
        NumberedGraph union = (NumberedGraph) data.getDefaultGraph();
        NumberedTerms terms = union.terms();
        CheckedOutputStream checked = new CheckedOutputStream(new BufferedOutputStream(to, 1 << 16), new CRC32C());
        DataOutputStream out = new DataOutputStream(checked);
        // A buffer has at most 2 GB.
        if (terms.count() >= Integer.MAX_VALUE / Long.BYTES) {
            throw new IOException("there are more than " + Integer.MAX_VALUE / Long.BYTES + " terms");
        }
        out.writeLong(MAGIC);
        out.writeInt(FORM);
        out.write(DigestUtils.sha256(key));
        out.writeInt(terms.count());
        out.writeInt(terms.slots().length);
        out.writeInt(union.orders().count);
        out.writeInt((int) data.size());
        for (int[] column : union.orders().columns()) {
            write(column, out);
        }
        write(terms.slots(), out);
        for (Iterator<Node> names = data.listGraphNodes(); names.hasNext(); ) {
            Node name = names.next();
            byte[] bytes = StoredTerms.bytes(name);
            out.writeInt(bytes.length);
            out.write(bytes);
            int[] rows = ((NumberedGraph) data.getGraph(name)).rows();
            out.writeInt(rows == null ? ALL_ROWS : rows.length);
            write(rows == null ? new int[0] : rows, out);
        }
        ByteBuffer places = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
        for (long place : StoredTerms.write(terms, out)) {
            if (!places.hasRemaining()) {
                out.write(places.array());
                places.clear();
            }
            places.putLong(place);
        }
        out.write(places.array(), 0, places.position());
        out.writeLong(checked.getChecksum().getValue());
        out.flush();
    }

    private static void write(int[] numbers, OutputStream out) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
        int step = bytes.capacity() / Integer.BYTES;
        for (int from = 0; from < numbers.length; from += step) {
            int length = Math.min(step, numbers.length - from);
            bytes.asIntBuffer().put(numbers, from, length);
            out.write(bytes.array(), 0, length * Integer.BYTES);
        }
    }

    /**
     * Opens an image: its terms are mapped into memory, its columns are read.
     *
     * @throws UnusableImageException if the file is no image, of another form, or damaged
     * @throws IOException if it cannot be read
     */
    public static SnapshotImage open(Path file) throws IOException {
        try (MappedFile mapped = MappedFile.open(file)) {
            if (mapped.size() < HEADER_BYTES + 2 * Long.BYTES) {
                throw unusable(Code.IMAGE_FOREIGN, file);
            }
            ByteBuffer header = mapped.next(HEADER_BYTES);
            if (header.getLong() != MAGIC) {
                throw unusable(Code.IMAGE_FOREIGN, file);
            }
            if (header.getInt() != FORM) {
                throw unusable(Code.IMAGE_OTHER, file);
            }
            if (!mapped.isWhole()) {
                throw unusable(Code.IMAGE_DAMAGED, file);
            }
            byte[] key = new byte[KEY_BYTES];
            header.get(key);
            return new SnapshotImage(
                    file, key, read(mapped, header.getInt(), header.getInt(), header.getInt(), header.getInt()));
        }
    }

    /**
     * Returns the graphs, with their union as default graph. All are only read.
     *
     * @throws UnusableImageException if the image was written for another key
     */
    public DatasetGraph graphs(String key) {
        if (!Arrays.equals(digestOfKey, DigestUtils.sha256(key))) {
            throw unusable(Code.IMAGE_OTHER, file);
        }
        return graphs;
    }

    private static DatasetGraph read(MappedFile mapped, int termCount, int slotCount, int triples, int graphs)
            throws IOException {
        List<int[]> columns = new ArrayList<>();
        for (int i = 0; i < COLUMNS; i++) {
            columns.add(mapped.numbers(triples));
        }
        int[] slots = mapped.numbers(slotCount);
        Map<Node, int[]> rowsOf = new LinkedHashMap<>();
        for (int i = 0; i < graphs; i++) {
            Node name = StoredTerms.read(mapped.next(mapped.next(Integer.BYTES).getInt()));
            int rows = mapped.next(Integer.BYTES).getInt();
            rowsOf.put(name, rows == ALL_ROWS ? null : mapped.numbers(rows));
        }
        int placeBytes = Math.multiplyExact(termCount + 1, Long.BYTES);
        List<ByteBuffer> blocks = mapped.next(mapped.left() - placeBytes - Long.BYTES, 1 << BLOCK_BITS);
        LongBuffer places =
                mapped.next(placeBytes).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer();
        NumberedTerms terms = NumberedTerms.stored(termCount, new StoredTerms(places, blocks, BLOCK_BITS), slots);
        TripleOrders orders = new TripleOrders(termCount, columns);
        DatasetGraph data = new DatasetGraphMapLink(new NumberedGraph(terms, orders, null));
        rowsOf.forEach((name, rows) -> data.addGraph(name, new NumberedGraph(terms, orders, rows)));
        return data;
    }

    private static UnusableImageException unusable(Code code, Path file) {
        return new UnusableImageException(Message.of(code, file), code != Code.IMAGE_FOREIGN);
    }
}
