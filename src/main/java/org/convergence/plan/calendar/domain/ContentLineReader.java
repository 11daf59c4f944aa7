package org.convergence.plan.calendar.domain;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads a calendar line by line and unfolds its lines (RFC 5545, 3.1). A line is UTF-8, else Windows-1252; of a very
 * long one (a picture, a page of text) only the beginning is read.
 */
final class ContentLineReader {

    private static final int LONGEST = 16_384;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final InputStream source;
    private final byte[] line = new byte[LONGEST];
    private int ahead = NOTHING;

    private static final int NOTHING = -2;

    ContentLineReader(InputStream source) {
        this.source = new BufferedInputStream(source, 1 << 16);
    }

    /** The next line; {@code null} at the end. */
    @Nullable
    String next() throws IOException {
        int length = 0;
        boolean any = false;
        for (int c = read(); c >= 0; c = read()) {
            any = true;
            if (c == '\n' || c == '\r') {
                if (c == '\r') {
                    skipNewline();
                }
                ahead = source.read();
                if (ahead != ' ' && ahead != '\t') {
                    return text(length);
                }
                ahead = NOTHING;
            } else if (length < LONGEST) {
                line[length++] = (byte) c;
            }
        }
        return any ? text(length) : null;
    }

    private void skipNewline() throws IOException {
        source.mark(1);
        if (source.read() != '\n') {
            source.reset();
        }
    }

    private int read() throws IOException {
        int c = ahead == NOTHING ? source.read() : ahead;
        ahead = NOTHING;
        return c;
    }

    private String text(int length) {
        try {
            // A cut line may end in the middle of a character.
            return length == LONGEST
                    ? new String(line, 0, length, StandardCharsets.UTF_8)
                    : StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(line, 0, length))
                            .toString();
        } catch (CharacterCodingException e) {
            return new String(line, 0, length, WINDOWS);
        }
    }
}
