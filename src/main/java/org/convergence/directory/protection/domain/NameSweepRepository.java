package org.convergence.directory.protection.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.redaction.DocumentRedaction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The results of sweeps. */
@Component
record NameSweepRepository(JdbcClient db, Clock clock) {

    private static final Duration NIGHTS = Duration.ofDays(8);

    /** Whether the person was entered under the code name, so that no row ever held the name. */
    boolean neverInClear(PersonId person) {
        return db.sql("SELECT entered_so FROM directory.protection_vault WHERE person = ?")
                .param(person.value())
                .query(Boolean.class)
                .single();
    }

    void saveResult(
            PersonId person,
            int texts,
            DocumentRedaction.RedactionResult files,
            List<String> leftIn,
            NameSweepJob.SearchedBackups backups,
            boolean finished) {
        db.sql("""
                        INSERT INTO directory.protection_sweep AS s (person, ended_at, texts, files, left_files, unread_files, left_in,
                                                                     backups, unread_backups, finished)
                        VALUES (:person, :now, :texts, :files, :leftFiles, :unreadFiles, :leftIn,
                                :backups, :unreadBackups, :finished)
                        ON CONFLICT (person) DO UPDATE
                        SET ended_at = excluded.ended_at, texts = s.texts + excluded.texts, files = s.files + excluded.files,
                            left_files = excluded.left_files, unread_files = excluded.unread_files, left_in = excluded.left_in,
                            backups = excluded.backups, unread_backups = excluded.unread_backups, finished = excluded.finished
                        """)
                .param("person", person.value())
                .param("now", SqlTime.now(clock))
                .param("texts", texts)
                .param("files", files.changed())
                .param("leftFiles", files.left().toArray(UUID[]::new))
                .param("unreadFiles", files.unread().toArray(UUID[]::new))
                .param("leftIn", leftIn.toArray(String[]::new))
                .param("backups", backups.holding().toArray(String[]::new))
                .param("unreadBackups", backups.unread().toArray(String[]::new))
                .param("finished", finished)
                .update();
    }

    /** Notes that another sweep begins: until it is saved, not everything is done. */
    void markBegun(PersonId person) {
        db.sql("UPDATE directory.protection_sweep SET finished = false WHERE person = ?")
                .param(person.value())
                .update();
    }

    /** Adds files of later days that could not be read in full. */
    void addUnread(PersonId person, List<UUID> files) {
        if (files.isEmpty()) {
            return;
        }
        db.sql("""
                        UPDATE directory.protection_sweep
                        SET unread_files = ARRAY(SELECT DISTINCT file FROM unnest(unread_files || CAST(:files AS uuid[])) AS file)
                        WHERE person = :person
                        """)
                .param("files", files.toArray(UUID[]::new))
                .param("person", person.value())
                .update();
    }

    Optional<NameSweepResult> findByPerson(PersonId person) {
        return db.sql("""
                        SELECT s.*, array(SELECT coalesce(f.name, '–') FROM unnest(s.left_files) WITH ORDINALITY AS left_file (id, n)
                                            LEFT JOIN platform.document_file f USING (id) ORDER BY n) AS left_names,
                               array(SELECT coalesce(f.name, '–') FROM unnest(s.unread_files) WITH ORDINALITY AS file (id, n)
                                            LEFT JOIN platform.document_file f USING (id) ORDER BY n) AS unread_names
                          FROM directory.protection_sweep s WHERE person = ?""").param(person.value()).query((row, n) -> swept(row)).optional();
    }

    /**
     * The time from which new files are to be searched; empty where no sweep ended, or something was left to do. Sweeps run each night, so a few
     * nights suffice.
     */
    Optional<Instant> searchedSince(PersonId person) {
        Instant nights = clock.instant().minus(NIGHTS);
        return findByPerson(person)
                .filter(NameSweepResult::finished)
                .map(NameSweepResult::at)
                .map(at -> at.isAfter(nights) ? at : nights);
    }

    private static NameSweepResult swept(ResultSet row) throws SQLException {
        Instant at = row.getObject("ended_at", OffsetDateTime.class).toInstant();
        Map<UUID, String> left = files(row, "left_files", "left_names");
        Map<UUID, String> unread = files(row, "unread_files", "unread_names");
        return new NameSweepResult(
                at,
                row.getInt("texts"),
                row.getInt("files"),
                left.size(),
                left,
                unread.size(),
                unread,
                texts(row, "left_in"),
                texts(row, "backups"),
                texts(row, "unread_backups"),
                row.getBoolean("finished"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static Map<UUID, String> files(ResultSet row, String idColumn, String nameColumn) throws SQLException {
        UUID[] ids = (UUID[]) row.getArray(idColumn).getArray();
        String[] names = (String[]) row.getArray(nameColumn).getArray();
        Map<UUID, String> files = new LinkedHashMap<>();
        for (int n = 0; n < ids.length; n++) {
            files.put(ids[n], names[n]);
        }
        return files;
    }
}
