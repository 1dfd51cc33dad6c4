package org.torchgraph.dataset.numbered;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/** A file whose parts are read one after another; they stay readable when it is closed. */
final class MappedFile implements AutoCloseable {
    private static final int STEP = 1 << 28;

    private final FileChannel channel;
    private final long size;
    private long position;

    private MappedFile(FileChannel channel) throws IOException {
        this.channel = channel;
        this.size = channel.size();
    }

    static MappedFile open(Path file) throws IOException {
        return new MappedFile(FileChannel.open(file));
    }

    /** Returns how many bytes the file has. */
    long size() {
        return size;
    }

    /** Returns how many bytes of the file have not been read. */
    long left() {
        return size - position;
    }

    /** Returns the next bytes, whose numbers have their highest byte first. */
    ByteBuffer next(int bytes) throws IOException {
        ByteBuffer mapped = channel.map(FileChannel.MapMode.READ_ONLY, position, bytes);
        position += bytes;
        return mapped;
    }

    /** Returns the next bytes in blocks of a length, of which the last may be shorter. */
    List<ByteBuffer> next(long bytes, int block) throws IOException {
        List<ByteBuffer> blocks = new ArrayList<>();
        for (long left = bytes; left > 0; left -= block) {
            blocks.add(next((int) Math.min(left, block)));
        }
        return blocks;
    }

    /** Returns the next numbers, which have their lowest byte first. */
    int[] numbers(int count) throws IOException {
        int[] numbers = new int[count];
        for (int from = 0; from < count; from += STEP) {
            int length = Math.min(STEP, count - from);
            next(length * Integer.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asIntBuffer()
                    .get(numbers, from, length);
        }
        return numbers;
    }

    /** Returns whether the last eight bytes are the CRC-32C of those before them. */
    boolean isWhole() throws IOException {
        CRC32C sum = new CRC32C();
        long end = size - Long.BYTES;
        for (long from = 0; from < end; from += STEP) {
            sum.update(channel.map(FileChannel.MapMode.READ_ONLY, from, Math.min(STEP, end - from)));
        }
        return sum.getValue()
                == channel.map(FileChannel.MapMode.READ_ONLY, end, Long.BYTES).getLong();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
