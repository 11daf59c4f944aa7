package org.convergence.directory.protection.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The result of a sweep.
 *
 * @param texts the number of changed rows
 * @param files the number of rewritten files
 * @param naming the number of files that still name the person
 * @param leftFiles these files with their names, to be replaced or removed by hand; empty for actors who are not openers
 * @param unread the number of files that could not be read in full
 * @param unreadFiles these files with their names; empty for actors who are not openers
 * @param leftIn the rows that a rule kept unchanged, each with its table and key; without the key for actors who are not openers
 * @param backups the backups that hold the name
 * @param unreadBackups the backups that could not be read in full
 * @param finished whether the latest sweep reached its end, with no old version of a row left on the disk
 */
public record NameSweepResult(
        Instant at,
        int texts,
        int files,
        int naming,
        Map<UUID, String> leftFiles,
        int unread,
        Map<UUID, String> unreadFiles,
        List<String> leftIn,
        List<String> backups,
        List<String> unreadBackups,
        boolean finished) {

    /** Without the files and rows, which would reveal the person behind the code name. */
    NameSweepResult withoutFiles() {
        List<String> tables = leftIn.stream()
                .map(row -> row.replaceFirst(" .*", ""))
                .distinct()
                .toList();
        return new NameSweepResult(
                at, texts, files, naming, Map.of(), unread, Map.of(), tables, backups, unreadBackups, finished);
    }
}
