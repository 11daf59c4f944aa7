package org.convergence.platform.backup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Files that a backup holds in pieces, put together one at a time: of each only as long as pieces of it are missing.
 *
 * @param files what each is: its key, and its number of bytes
 * @param pieces the pieces: whose each is, and its bytes
 * @param type the media type, as the row of a file says it
 * @param wanted whether a piece is one of the file itself
 */
record FilesInBackup(
        In files, In pieces, Function<Map<String, String>, String> type, Predicate<Map<String, String>> wanted) {

    /** A table, the columns by which a file is told apart there, and the one that is read. */
    record In(String table, List<String> key, String value) {}

    /** A type of which no text is read. */
    static final String PICTURE = "image/png";

    private static final long LARGEST = 40L << 20;

    /** What a file is, and the pieces that were met so far, by their places. */
    private static final class Meeting {

        private final String type;
        private final long length;
        private final SortedMap<Integer, byte[]> pieces = new TreeMap<>();
        private long met;

        Meeting(String type, long length) {
            this.type = type;
            this.length = length;
        }
    }

    /** Whether one of the files is as asked. */
    boolean any(BackupFile backup, BiPredicate<String, byte[]> asked) throws IOException {
        Optional<Manifest.Rows> rows = BackupSearch.rows(backup, pieces.table());
        Map<String, Meeting> known = known(backup);
        return rows.isPresent()
                && BackupSearch.anyLine(backup, rows.get(), line -> {
                    Map<String, String> piece = columns(rows.get(), line);
                    Meeting file = known.get(key(piece, pieces.key()));
                    return file != null
                            && wanted.test(piece)
                            && completes(file, piece)
                            && asked.test(file.type, whole(file));
                });
    }

    private Map<String, Meeting> known(BackupFile backup) throws IOException {
        Map<String, Meeting> known = new HashMap<>();
        Optional<Manifest.Rows> rows = BackupSearch.rows(backup, files.table());
        if (rows.isPresent()) {
            BackupSearch.anyLine(backup, rows.get(), line -> {
                Map<String, String> row = columns(rows.get(), line);
                var file = new Meeting(type.apply(row), Long.parseLong(value(row, files.value())));
                if (!file.type.startsWith("image/") && file.length <= LARGEST) {
                    known.put(key(row, files.key()), file);
                }
                return false;
            });
        }
        return known;
    }

    private boolean completes(Meeting file, Map<String, String> piece) {
        // As COPY writes bytes: two backslashes and an x before their figures.
        byte[] bytes = HexFormat.of().parseHex(value(piece, pieces.value()).substring(3));
        String place = piece.containsKey("number") ? value(piece, "number") : value(piece, "position");
        file.pieces.put(Integer.valueOf(place), bytes);
        file.met += bytes.length;
        return file.met >= file.length;
    }

    private static byte[] whole(Meeting file) {
        var out = new ByteArrayOutputStream();
        file.pieces.values().forEach(out::writeBytes);
        file.pieces.clear();
        return out.toByteArray();
    }

    private static Map<String, String> columns(Manifest.Rows rows, String line) {
        String[] values = line.split("\t", -1);
        Map<String, String> columns = new HashMap<>();
        for (int i = 0; i < Math.min(values.length, rows.columns().size()); i++) {
            columns.put(rows.columns().get(i), values[i]);
        }
        return columns;
    }

    private static String key(Map<String, String> row, List<String> columns) {
        return String.join(" ", columns.stream().map(each -> value(row, each)).toList());
    }

    private static String value(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }
}
