package org.convergence.platform.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
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
}
