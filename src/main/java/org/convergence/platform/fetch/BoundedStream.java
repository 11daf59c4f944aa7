package org.convergence.platform.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Limits the bytes read from a stream, counted after decompression. */
final class BoundedStream extends FilterInputStream {

    private long left;

    BoundedStream(InputStream source, long most) {
        super(source);
        this.left = most;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        int many = super.read(into, from, most);
        count(Math.max(0, many));
        return many;
    }

    @Override
    public long skip(long many) throws IOException {
        long skipped = super.skip(many);
        count(skipped);
        return skipped;
    }

    private void count(long many) throws TooLarge {
        left -= many;
        if (left < 0) {
            throw new TooLarge();
        }
    }

    /** The limit was exceeded. */
    static final class TooLarge extends IOException {}
}
