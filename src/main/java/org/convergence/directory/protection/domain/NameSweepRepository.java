package org.convergence.directory.protection.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
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
            List<String> backups) {
        db.sql("""
                        INSERT INTO directory.protection_sweep AS s (person, ended_at, texts, files, left_files, left_in, backups)
                        VALUES (:person, :now, :texts, :files, :leftFiles, :leftIn, :backups)
                        ON CONFLICT (person) DO UPDATE
                        SET ended_at = excluded.ended_at, texts = s.texts + excluded.texts, files = s.files + excluded.files,
                            left_files = excluded.left_files, left_in = excluded.left_in, backups = excluded.backups
                        """)
                .param("person", person.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("texts", texts)
                .param("files", files.changed())
                .param("leftFiles", files.left().toArray(UUID[]::new))
                .param("leftIn", leftIn.toArray(String[]::new))
                .param("backups", backups.toArray(String[]::new))
                .update();
    }

    Optional<NameSweepResult> findByPerson(PersonId person) {
        return db.sql("""
                        SELECT s.*, array(SELECT coalesce(f.name, '–') FROM unnest(s.left_files) WITH ORDINALITY AS left_file (id, n)
                                            LEFT JOIN platform.document_file f USING (id) ORDER BY n) AS left_names
                          FROM directory.protection_sweep s WHERE person = ?""").param(person.value()).query((row, n) -> swept(row)).optional();
    }

    /**
     * The time from which new files are to be searched; empty where no sweep ended. Sweeps run each night, so a few
     * nights suffice.
     */
    Optional<Instant> searchedSince(PersonId person) {
        Instant nights = clock.instant().minus(NIGHTS);
        return findByPerson(person).map(NameSweepResult::at).map(at -> at.isAfter(nights) ? at : nights);
    }

    private static NameSweepResult swept(ResultSet row) throws SQLException {
        Instant at = row.getObject("ended_at", OffsetDateTime.class).toInstant();
        UUID[] files = (UUID[]) row.getArray("left_files").getArray();
        String[] names = (String[]) row.getArray("left_names").getArray();
        Map<UUID, String> left = new LinkedHashMap<>();
        for (int n = 0; n < files.length; n++) {
            left.put(files[n], names[n]);
        }
        return new NameSweepResult(
                at,
                row.getInt("texts"),
                row.getInt("files"),
                left.size(),
                left,
                List.of((String[]) row.getArray("left_in").getArray()),
                List.of((String[]) row.getArray("backups").getArray()));
    }
}
