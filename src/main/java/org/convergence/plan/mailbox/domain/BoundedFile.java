package org.convergence.plan.mailbox.domain;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file with a size limit, whatever size was announced. */
final class BoundedFile extends FilterOutputStream {

    private long left;

    BoundedFile(Path file, long most) throws IOException {
        super(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
        this.left = most;
    }

    /** The limit is reached. */
    static final class FileLimitException extends IOException {
        private static final long serialVersionUID = 1;
    }

    @Override
    public void write(int one) throws IOException {
        countBytes(1);
        out.write(one);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        countBytes(length);
        out.write(bytes, from, length);
    }

    private void countBytes(int length) throws IOException {
        left -= length;
        if (left < 0) {
            throw new FileLimitException();
        }
    }
}
