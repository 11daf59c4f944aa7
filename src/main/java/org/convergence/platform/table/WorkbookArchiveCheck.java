package org.convergence.platform.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.convergence.platform.table.UnreadableTable.UnreadableReason;

/**
 * Checks a workbook's archive before it is read: its unpacked size, and cells or addresses that would fill the memory.
 * Its declared sizes are not trusted.
 */
final class WorkbookArchiveCheck {

    private static final int MOST_ENTRIES = 2_000;
    private static final long MOST_SHARED_WORDS = 24_000_000;

    private WorkbookArchiveCheck() {}

    static void check(Path file, TableLimits limits) throws IOException {
        long left = limits.unpacked();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw new UnreadableTable(UnreadableReason.TOO_LARGE, limits.bytes() / 1_000_000);
            }
            boolean workbook = false;
            for (ZipEntry entry : Collections.list(zip.entries())) {
                String name = entry.getName();
                workbook |= name.equals("[Content_Types].xml");
                boolean cells = name.endsWith(".xml") && name.startsWith("xl/");
                long most = name.endsWith("sharedStrings.xml") ? Math.min(left, MOST_SHARED_WORDS) : left;
                try (InputStream in = zip.getInputStream(entry)) {
                    left -= new WorkbookPartScanner(most, cells, limits).scan(in);
                }
            }
            if (!workbook) {
                throw new UnreadableTable(UnreadableReason.NOT_A_TABLE);
            }
        } catch (ZipException e) {
            throw new UnreadableTable(UnreadableReason.DAMAGED);
        }
    }

    /**
     * Scans one unpacked part of a workbook byte by byte, without storing it: limits its length and that of each cell, and
     * refuses cells beyond Excel's last column.
     */
    private static final class WorkbookPartScanner {

        private static final int LONGEST_CELL = 4_000_000;
        private static final int LONGEST_COLUMN = 3;
        private static final int LONGEST_NAME = 20;

        private final long most;
        private final boolean cells;
        private final TableLimits limits;
        private final StringBuilder name = new StringBuilder();
        private boolean inName;
        private boolean inCell;
        private byte before;
        private int sinceEnd;
        private int letters;

        WorkbookPartScanner(long most, boolean cells, TableLimits limits) {
            this.most = most;
            this.cells = cells;
            this.limits = limits;
        }

        /** Scans the part, and returns its length in bytes. */
        long scan(InputStream in) throws IOException {
            byte[] bytes = new byte[64 * 1024];
            long seen = 0;
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                seen += read;
                if (seen > most) {
                    throw new UnreadableTable(UnreadableReason.TOO_LARGE, limits.bytes() / 1_000_000);
                }
                for (int i = 0; cells && i < read; i++) {
                    look((char) (bytes[i] & 0xFF));
                    before = bytes[i];
                }
            }
            return seen;
        }

        private void look(char letter) {
            sinceEnd++;
            if (letter == '<') {
                inName = true;
                inCell = false;
                name.setLength(0);
            } else if (letter == '>') {
                end();
            } else if (inName && letter > ' ' && name.length() < LONGEST_NAME) {
                name.append(letter);
            } else if (inName) {
                inName = false;
                inCell = localName().equals("c");
                letters = 0;
            } else if (inCell) {
                address(letter);
            }
            if (sinceEnd > LONGEST_CELL) {
                throw new UnreadableTable(UnreadableReason.CELL_TOO_LONG, limits.cell(), 0);
            }
        }

        private void end() {
            String local = localName();
            if (before == '/' || local.equals("/c") || local.equals("/si") || local.equals("/row")) {
                sinceEnd = 0;
            }
            inName = false;
            inCell = false;
        }

        private void address(char letter) {
            if (letter == '&') {
                // An address needs no character references; they would hide its letters from this scan.
                throw new UnreadableTable(UnreadableReason.DAMAGED);
            } else if (Character.isDigit(letter) && letters > LONGEST_COLUMN) {
                throw new UnreadableTable(UnreadableReason.TOO_MANY_COLUMNS, limits.columns());
            }
            letters = Character.isLetter(letter) ? letters + 1 : 0;
        }

        private String localName() {
            String whole = name.toString();
            String slash = whole.startsWith("/") ? "/" : "";
            return slash + whole.substring(Math.max(whole.indexOf(':') + 1, slash.length()));
        }
    }
}
