package org.convergence.platform.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * The bytes of a document, or of its thumbnail. Each chunk is read separately, so that a slow reader holds neither
 * memory nor a connection.
 */
public final class DocumentContent {

    private final long length;
    private final Chunks chunks;

    DocumentContent(long length, Chunks chunks) {
        this.length = length;
        this.chunks = chunks;
    }

    /** Reads one chunk, counted from 0; an empty one past the end. */
    interface Chunks {
        byte[] read(int number);
    }

    public long length() {
        return length;
    }

    /**
     * Writes the whole content.
     *
     * @throws IOException if writing fails, or the document was deleted meanwhile
     */
    public void transferTo(OutputStream out) throws IOException {
        long written = 0;
        for (int number = 0; written < length; number++) {
            byte[] chunk = chunks.read(number);
            if (chunk.length == 0) {
                throw new IOException("The document was deleted");
            }
            out.write(chunk);
            written += chunk.length;
        }
    }

    /** The whole content, for a picture that is drawn at once. */
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
