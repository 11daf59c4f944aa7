package org.convergence.plan.report.domain;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.convergence.plan.report.ReportId;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Ids;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores filings and their files, the files in chunks, append-only; reads the frozen contents. */
@Component
class FiledFileRepository {

    private static final int PIECE = 262_144;

    private final JdbcClient db;
    private final OrganisationSettings settings;
    private final Clock clock;

    FiledFileRepository(JdbcClient db, OrganisationSettings settings, Clock clock) {
        this.db = db;
        this.settings = settings;
        this.clock = clock;
    }

    /** Records that a report is filed now, with the files already added. */
    void recordFiling(ReportId report) {
        db.sql("""
            INSERT INTO plan.report_filing (report, filed_at, filed_on, filed_by, schema)
            VALUES (?, ?, ?, ?, ?)
            """)
                .params(
                        report.value(),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        settings.today(),
                        CurrentActor.get().id(),
                        Snapshot.SCHEMA)
                .update();
    }

    void add(ReportId report, FiledFile.FiledFileKind kind, byte[] bytes) {
        db.sql("INSERT INTO plan.report_file (report, kind, length, sha256) VALUES (?, ?, ?, ?)")
                .params(report.value(), kind.name(), (long) bytes.length, FiledFile.sha256(bytes))
                .update();
        for (int piece = 0; piece * PIECE < bytes.length; piece++) {
            int from = piece * PIECE;
            db.sql("INSERT INTO plan.report_file_chunk (report, kind, position, content) VALUES (?, ?, ?, ?)")
                    .params(
                            report.value(),
                            kind.name(),
                            piece,
                            Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PIECE)))
                    .update();
        }
    }

    /** Replaces a filed file by one without a name; the original hash is kept. */
    void rename(ReportId report, FiledFile.FiledFileKind kind, byte[] bytes, String standIn) {
        db.sql("SELECT plan.report_rename(:id, :report, :kind, :bytes, :hash, :stand, :now)")
                .param("id", Ids.next())
                .param("report", report.value())
                .param("kind", kind.name())
                .param("bytes", bytes)
                .param("hash", FiledFile.sha256(bytes))
                .param("stand", standIn)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, n) -> true)
                .list();
    }

    /**
     * The file, as filed.
     *
     * @throws IllegalStateException if it does not match its hash
     */
    Optional<FiledFile> find(ReportId report, FiledFile.FiledFileKind kind) {
        return db.sql("SELECT sha256 FROM plan.report_file WHERE report = ? AND kind = ?")
                .params(report.value(), kind.name())
                .query((row, n) -> row.getBytes("sha256"))
                .optional()
                .map(hash -> verified(kind, hash, bytes(report, kind)));
    }

    private static FiledFile verified(FiledFile.FiledFileKind kind, byte[] hash, byte[] bytes) {
        if (!Arrays.equals(hash, FiledFile.sha256(bytes))) {
            throw new IllegalStateException("A filed file differs from its hash");
        }
        return new FiledFile(kind, FiledFile.hex(hash), bytes);
    }

    private byte[] bytes(ReportId report, FiledFile.FiledFileKind kind) {
        var out = new ByteArrayOutputStream();
        db.sql("SELECT content FROM plan.report_file_chunk WHERE report = ? AND kind = ? ORDER BY position")
                .params(report.value(), kind.name())
                .query((row, n) -> row.getBytes("content"))
                .list()
                .forEach(out::writeBytes);
        return out.toByteArray();
    }

    boolean isFiled(ReportId report) {
        return db.sql("SELECT 1 FROM plan.report_filing WHERE report = ?")
                .param(report.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** The contents at the time of filing; empty if it is not filed. */
    Optional<ReportContents> findContents(ReportId report) {
        return isFiled(report)
                ? find(report, FiledFile.FiledFileKind.FACTS)
                        .map(file -> Snapshot.read(file.bytes()).contents())
                : Optional.empty();
    }
}
