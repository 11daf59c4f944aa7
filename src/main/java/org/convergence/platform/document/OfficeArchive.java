package org.convergence.platform.document;

import static org.convergence.platform.document.FileRefused.FileRefusalReason.BOMB;
import static org.convergence.platform.document.FileRefused.FileRefusalReason.DAMAGED;
import static org.convergence.platform.document.FileRefused.FileRefusalReason.MACROS;
import static org.convergence.platform.document.FileRefused.FileRefusalReason.TYPE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A Word, Excel or OpenDocument file, which is a zip archive. It is unpacked once without storing anything, since its
 * declared sizes cannot be trusted: an archive that unpacks to an excessive size is refused.
 */
record OfficeArchive(Path file, String name) {

    private static final int MOST_ENTRIES = 10_000;
    private static final long MOST_UNPACKED = 250_000_000;
    private static final int LONGEST_WORD = 1 << 20;

    DocumentType type() {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            requireModest(zip);
            DocumentType odf = DocumentType.ofMediaType(word(zip, "mimetype"));
            return odf == DocumentType.ODT || odf == DocumentType.ODS ? odf : office(word(zip, "[Content_Types].xml"));
        } catch (IOException | IllegalArgumentException damaged) {
            throw new FileRefused(DAMAGED, name);
        }
    }

    private DocumentType office(String types) {
        if (types.contains("macroEnabled") || types.contains("ms-office.vbaProject")) {
            throw new FileRefused(MACROS, name);
        } else if (types.contains("wordprocessingml.document.main+xml")) {
            return DocumentType.WORD;
        } else if (types.contains("spreadsheetml.sheet.main+xml")) {
            return DocumentType.EXCEL;
        }
        throw new FileRefused(TYPE, name);
    }

    private void requireModest(ZipFile zip) throws IOException {
        if (zip.size() > MOST_ENTRIES) {
            throw new FileRefused(BOMB, name);
        }
        byte[] block = new byte[1 << 16];
        long unpacked = 0;
        for (ZipEntry entry : Collections.list(zip.entries())) {
            try (InputStream in = zip.getInputStream(entry)) {
                for (int read = in.read(block); read >= 0; read = in.read(block)) {
                    unpacked += read;
                    if (unpacked > MOST_UNPACKED) {
                        throw new FileRefused(BOMB, name);
                    }
                }
            }
        }
    }

    private static String word(ZipFile zip, String entry) throws IOException {
        ZipEntry found = zip.getEntry(entry);
        if (found == null) {
            return "";
        }
        try (InputStream in = zip.getInputStream(found)) {
            return new String(in.readNBytes(LONGEST_WORD), StandardCharsets.UTF_8).strip();
        }
    }
}
