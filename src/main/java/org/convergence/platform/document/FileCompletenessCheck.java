package org.convergence.platform.document;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Detects truncated files: half a photograph decodes to half grey, half a document does not open. */
final class FileCompletenessCheck {

    private static final int LAST_BYTES = 2048;
    private static final int START_OF_SCAN = 0xDA;
    private static final int END_OF_IMAGE = 0xD9;

    private FileCompletenessCheck() {}

    static boolean isComplete(Path file, DocumentType type) throws IOException {
        return switch (type) {
            case JPEG -> jpeg(file);
            case WEBP -> riff(file);
            case PDF -> endsWith(file, "%%EOF");
            default -> true;
        };
    }

    /** Looks for an end marker after the first scan, so that the end of an embedded thumbnail does not count. */
    private static boolean jpeg(Path file) throws IOException {
        try (DataInputStream in = open(file)) {
            in.skipNBytes(2);
            int marker = marker(in);
            while (marker != START_OF_SCAN && marker != END_OF_IMAGE) {
                in.skipNBytes(Math.max(0, in.readUnsignedShort() - 2));
                marker = marker(in);
            }
            int before = 0;
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (before == 0xFF && next == END_OF_IMAGE) {
                    return marker == START_OF_SCAN;
                }
                before = next;
            }
            return false;
        } catch (EOFException cutShort) {
            return false;
        }
    }

    private static int marker(DataInputStream in) throws IOException {
        int next = in.readUnsignedByte();
        while (next != 0xFF) {
            next = in.readUnsignedByte();
        }
        while (next == 0xFF) {
            next = in.readUnsignedByte();
        }
        return next;
    }

    private static boolean riff(Path file) throws IOException {
        try (DataInputStream in = open(file)) {
            in.skipNBytes(4);
            long said = Integer.toUnsignedLong(Integer.reverseBytes(in.readInt()));
            return Files.size(file) >= said + 8;
        } catch (EOFException cutShort) {
            return false;
        }
    }

    private static boolean endsWith(Path file, String mark) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            byte[] last = new byte[(int) Math.min(LAST_BYTES, in.length())];
            in.seek(in.length() - last.length);
            in.readFully(last);
            return new String(last, StandardCharsets.ISO_8859_1).contains(mark);
        }
    }

    private static DataInputStream open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        return new DataInputStream(new BufferedInputStream(in, 1 << 16));
    }
}
