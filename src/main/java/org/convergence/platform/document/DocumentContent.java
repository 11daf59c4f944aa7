package org.convergence.platform.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * The bytes of a document, or of its small picture. They are read chunk by chunk, each in a moment of its own, so that
 * who reads slowly keeps neither memory nor a connection.
 */
public final class DocumentContent {

    private final long length;
    private final Chunks chunks;

    DocumentContent(long length, Chunks chunks) {
        this.length = length;
        this.chunks = chunks;
    }

    /** Reads one of the chunks, counted from 0; an empty one where there is no such. */
    interface Chunks {
        byte[] read(int number);
    }

    public long length() {
        return length;
    }

    /**
     * Writes all of it.
     *
     * @throws IOException where nothing can be written, or the document went meanwhile
     */
    public void transferTo(OutputStream out) throws IOException {
        long written = 0;
        for (int number = 0; written < length; number++) {
            byte[] chunk = chunks.read(number);
            if (chunk.length == 0) {
                throw new IOException("The document is gone");
            }
            out.write(chunk);
            written += chunk.length;
        }
    }

    /** All of it, for a picture that is drawn at once. */
    public byte[] bytes() {
        try {
            var all = new ByteArrayOutputStream(Math.toIntExact(length));
            transferTo(all);
            return all.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
