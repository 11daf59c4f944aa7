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
}
