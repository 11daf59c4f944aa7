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
 * Contributed by a module that keeps files in chunks: a bean of this type, so that a text is found in its backed-up files.
 * Assembles the files one at a time; chunks are only kept until their file is complete.
 *
 * @param files the table of files: key, and number of bytes
 * @param pieces the table of chunks: the file's key, and the bytes
 * @param type the media type from a file's row
 * @param wanted whether a chunk belongs to the file itself
 */
public record ChunkedBackupFiles(
        ChunkTableColumns files,
        ChunkTableColumns pieces,
        Function<Map<String, String>, String> type,
        Predicate<Map<String, String>> wanted) {

    /** A table, the columns that identify a file, and the column to read. */
    public record ChunkTableColumns(String table, List<String> key, String value) {}

    /** A type without text to read. */
    public static final String PICTURE = "image/png";

    private static final long LARGEST = 40L << 20;

    /** A file, and its chunks found so far, by position. */
    private static final class PartialFile {

        private final String type;
        private final long length;
        private final SortedMap<Integer, byte[]> pieces = new TreeMap<>();
        private long met;

        PartialFile(String type, long length) {
            this.type = type;
            this.length = length;
        }
    }

    /** Whether one of the files matches. */
    boolean anyMatch(BackupFile backup, BiPredicate<String, byte[]> asked) throws IOException {
        Optional<BackupManifest.TableRows> rows = BackupSearch.rows(backup, pieces.table());
        Map<String, PartialFile> known = known(backup);
        return rows.isPresent()
                && BackupSearch.anyLine(backup, rows.get(), line -> {
                    Map<String, String> piece = columns(rows.get(), line);
                    PartialFile file = known.get(key(piece, pieces.key()));
                    return file != null
                            && wanted.test(piece)
                            && completes(file, piece)
                            && asked.test(file.type, whole(file));
                });
    }

    private Map<String, PartialFile> known(BackupFile backup) throws IOException {
        Map<String, PartialFile> known = new HashMap<>();
        Optional<BackupManifest.TableRows> rows = BackupSearch.rows(backup, files.table());
        if (rows.isPresent()) {
            BackupSearch.anyLine(backup, rows.get(), line -> {
                Map<String, String> row = columns(rows.get(), line);
                var file = new PartialFile(type.apply(row), Long.parseLong(value(row, files.value())));
                if (!file.type.startsWith("image/") && file.length <= LARGEST) {
                    known.put(key(row, files.key()), file);
                }
                return false;
            });
        }
        return known;
    }

    private boolean completes(PartialFile file, Map<String, String> piece) {
        // COPY writes bytes as two backslashes, an x and hexadecimal figures.
        byte[] bytes = HexFormat.of().parseHex(value(piece, pieces.value()).substring(3));
        String place = piece.containsKey("number") ? value(piece, "number") : value(piece, "position");
        file.pieces.put(Integer.valueOf(place), bytes);
        file.met += bytes.length;
        return file.met >= file.length;
    }

    private static byte[] whole(PartialFile file) {
        var out = new ByteArrayOutputStream((int) file.met);
        file.pieces.values().forEach(out::writeBytes);
        file.pieces.clear();
        return out.toByteArray();
    }

    private static Map<String, String> columns(BackupManifest.TableRows rows, String line) {
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
