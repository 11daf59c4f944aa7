package org.convergence.platform.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.convergence.platform.text.Sha256;

/** A temporary file that is deleted when it is closed. */
record TemporaryFile(Path path) implements AutoCloseable {

    private static final int BLOCK = 1 << 16;

    static TemporaryFile create() {
        try {
            return new TemporaryFile(Files.createTempFile("convergence-document-", ".tmp"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Copies a stream into the file.
     *
     * @return whether it ended before the limit
     */
    boolean fill(InputStream source, long most) throws IOException {
        byte[] block = new byte[BLOCK];
        long copied = 0;
        try (OutputStream out = Files.newOutputStream(path)) {
            for (int read = source.read(block); read >= 0; read = source.read(block)) {
                copied += read;
                if (copied > most) {
                    return false;
                }
                out.write(block, 0, read);
            }
        }
        return true;
    }

    long length() {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    InputStream open() throws IOException {
        return Files.newInputStream(path);
    }

    String sha256() {
        try (InputStream in = open()) {
            MessageDigest digest = Sha256.newDigest();
            byte[] block = new byte[BLOCK];
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                digest.update(block, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        // If it cannot be deleted now, the system cleans its temporary folder.
        path.toFile().delete();
    }
}
