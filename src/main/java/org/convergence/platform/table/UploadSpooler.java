package org.convergence.platform.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.convergence.platform.table.UnreadableTable.UnreadableReason;

/** Spools the upload to a temporary file and detects its kind by its first bytes. */
final class UploadSpooler {

    enum SpooledKind {
        WORKBOOK,
        TEXT
    }

    private UploadSpooler() {}

    static void copy(InputStream in, Path file, long most) throws IOException {
        long copied = 0;
        byte[] bytes = new byte[64 * 1024];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                copied += read;
                if (copied > most) {
                    throw new UnreadableTable(UnreadableReason.TOO_LARGE, most / 1_000_000);
                }
                out.write(bytes, 0, read);
            }
        }
        if (copied == 0) {
            throw new UnreadableTable(UnreadableReason.EMPTY);
        }
    }

    static SpooledKind kind(Path file) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(64);
        }
        if (begins(start, 'P', 'K', 3, 4)) {
            return SpooledKind.WORKBOOK;
        } else if (begins(start, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new UnreadableTable(UnreadableReason.OLD_OR_LOCKED);
        } else if (begins(start, '%', 'P', 'D', 'F')
                || begins(start, 0x89, 'P', 'N', 'G')
                || begins(start, 0xFF, 0xD8)
                || isMarkup(start)) {
            throw new UnreadableTable(UnreadableReason.NOT_A_TABLE);
        }
        return SpooledKind.TEXT;
    }

    /** Whether it is HTML or XML saved under the name of a table, as some programs do. */
    private static boolean isMarkup(byte[] start) {
        String text = new String(start, StandardCharsets.ISO_8859_1)
                .replaceFirst("^\u00ef\u00bb\u00bf", "")
                .strip()
                .toLowerCase(Locale.ROOT);
        return text.startsWith("<!doctype")
                || text.startsWith("<html")
                || text.startsWith("<?xml")
                || text.startsWith("<table");
    }

    private static boolean begins(byte[] start, int... wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (i >= start.length || (start[i] & 0xFF) != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
