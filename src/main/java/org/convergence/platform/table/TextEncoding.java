package org.convergence.platform.table;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.convergence.platform.table.UnreadableTable.UnreadableReason;

/**
 * Detects a text's encoding: UTF-16 by its byte order mark, UTF-8 if it is valid, else Windows-1252, possibly with some
 * lines in UTF-8.
 */
final class TextEncoding {

    static final Charset WINDOWS = Charset.forName("windows-1252");

    private static final char MARK = '\ufeff';

    private TextEncoding() {}

    static Charset detect(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(2);
            if (start.length == 2 && (start[0] & 0xFF) == 0xFF && (start[1] & 0xFF) == 0xFE) {
                return StandardCharsets.UTF_16LE;
            } else if (start.length == 2 && (start[0] & 0xFF) == 0xFE && (start[1] & 0xFF) == 0xFF) {
                return StandardCharsets.UTF_16BE;
            }
        }
        try (InputStream in = Files.newInputStream(file)) {
            return isUtf8(in) ? StandardCharsets.UTF_8 : WINDOWS;
        }
    }

    /** Opens a file in an encoding, without its byte order mark. */
    static Reader open(Path file, Charset charset) throws IOException {
        InputStream in = Files.newInputStream(file);
        Reader text = new BufferedReader(
                charset.equals(WINDOWS) ? new MixedEncodingReader(in) : new InputStreamReader(in, charset));
        text.mark(16);
        if (text.read() != MARK) {
            text.reset();
        }
        return text;
    }

    private static boolean isUtf8(InputStream in) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(64 * 1024);
        CharBuffer chars = CharBuffer.allocate(64 * 1024);
        boolean utf8 = true;
        for (boolean more = true; more; ) {
            int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
            more = read >= 0;
            for (int i = bytes.position(); i < bytes.position() + Math.max(0, read); i++) {
                if (bytes.array()[i] == 0) {
                    throw new UnreadableTable(UnreadableReason.NOT_A_TABLE);
                }
            }
            bytes.position(bytes.position() + Math.max(0, read)).flip();
            CoderResult result = decoder.decode(bytes, chars, !more);
            utf8 = utf8 && !result.isError();
            chars.clear();
            if (utf8) {
                bytes.compact();
            } else {
                bytes.clear();
            }
        }
        return utf8;
    }

    /** Whether a file ends with a text, in any of the encodings. */
    static boolean endsWith(Path file, String text) {
        return List.of(StandardCharsets.UTF_8, WINDOWS, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE).stream()
                .anyMatch(charset -> endsWith(file, text.getBytes(charset)));
    }

    private static boolean endsWith(Path file, byte[] end) {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            if (bytes.length() < end.length) {
                return false;
            }
            byte[] found = new byte[end.length];
            bytes.seek(bytes.length() - end.length);
            bytes.readFully(found);
            return Arrays.equals(found, end);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads Windows-1252 text in which some lines may be UTF-8, as when two lists were joined in one file. A line counts as
     * UTF-8 if it is valid UTF-8 and all its characters exist in Windows-1252, which is no coincidence.
     */
    private static final class MixedEncodingReader extends Reader {

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
}
