package org.convergence.platform.table;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Reads Windows-1252 text in which some lines may be UTF-8, as when two lists were joined in one file. A line counts as
 * UTF-8 if it is valid UTF-8 and all its characters exist in Windows-1252, which is no coincidence.
 */
final class MixedEncodingReader extends Reader {

    private static final int LONG = 64 * 1024;

    private final InputStream in;
    private CharBuffer line = CharBuffer.allocate(0);

    MixedEncodingReader(InputStream in) {
        this.in = new BufferedInputStream(in, LONG);
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        if (!line.hasRemaining()) {
            byte[] bytes = nextLine();
            if (bytes.length == 0) {
                return -1;
            }
            line = decode(bytes);
        }
        int some = Math.min(length, line.remaining());
        line.get(into, from, some);
        return some;
    }

    /** A line with its break; for a very long one the next part, cut between characters of UTF-8. */
    private byte[] nextLine() throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            bytes.write(next);
            if (next == '\n' || (bytes.size() >= LONG && next < 0x80)) {
                break;
            }
        }
        return bytes.toByteArray();
    }

    private static CharBuffer decode(byte[] bytes) {
        try {
            CharBuffer utf8 = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            CharBuffer said =
                    utf8.length() > 0 && utf8.charAt(0) == '\ufeff' ? utf8.subSequence(1, utf8.length()) : utf8;
            if (TextEncoding.WINDOWS.newEncoder().canEncode(said.duplicate())) {
                return utf8;
            }
        } catch (CharacterCodingException windows) {
            // Then it is Windows-1252.
        }
        return TextEncoding.WINDOWS.decode(ByteBuffer.wrap(bytes));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
