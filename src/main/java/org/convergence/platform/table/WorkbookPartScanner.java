package org.convergence.platform.table;

import java.io.IOException;
import java.io.InputStream;
import org.convergence.platform.table.UnreadableTable.UnreadableReason;

/**
 * Scans one unpacked part of a workbook byte by byte, without storing it: limits its length and that of each cell, and
 * refuses cells beyond Excel's last column.
 */
final class WorkbookPartScanner {

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
