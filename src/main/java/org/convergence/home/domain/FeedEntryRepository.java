package org.convergence.home.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.shell.DeadlineSource.Deadline;
import org.convergence.platform.text.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stores what was sent to a calendar feed, so that changes increase the sequence, and removed future deadlines are sent
 * as cancelled for 60 days.
 */
@Component
class FeedEntryRepository {

    static final Duration CANCELLED = Duration.ofDays(60);

    private final JdbcClient db;
    private final Clock clock;

    FeedEntryRepository(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    private record StoredFeedEntry(
            int sequence,
            String fingerprint,
            LocalDate day,
            @Nullable LocalDateTime begins,
            Instant toldAt,
            @Nullable Instant goneAt) {}

    /** The current entries of a user's feed; of two concurrent requests, the second waits and gets the same. */
    @Transactional
    List<FeedEntry> update(UUID account, List<Deadline> deadlines, LocalDate today) {
        db.sql("SELECT account FROM home.feed WHERE account = ? FOR UPDATE")
                .param(account)
                .query(UUID.class)
                .optional();
        Map<String, StoredFeedEntry> before = findStored(account);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        List<FeedEntry> told = new ArrayList<>();
        for (Deadline each : deadlines) {
            told.add(update(account, each, before.remove(each.key()), now));
        }
        before.forEach((subject, each) -> cancel(account, subject, each, today, now, told));
        return told;
    }

    private FeedEntry update(UUID account, Deadline deadline, @Nullable StoredFeedEntry before, Instant now) {
        String fingerprint = fingerprint(deadline);
        boolean same = before != null
                && before.goneAt() == null
                && before.fingerprint().equals(fingerprint);
        int sequence = before == null ? 0 : same ? before.sequence() : before.sequence() + 1;
        Instant toldAt = before != null && same ? before.toldAt() : now;
        if (!same) {
            write(account, deadline, fingerprint, sequence, now);
        }
        return new FeedEntry(deadline.key(), sequence, toldAt, deadline.day(), deadline.begins(), deadline);
    }

    /** Past entries disappear; removed future ones are sent as cancelled. */
    private void cancel(
            UUID account, String subject, StoredFeedEntry it, LocalDate today, Instant now, List<FeedEntry> told) {
        Instant since = it.goneAt();
        if (since == null && !it.day().isBefore(today)) {
            db.sql("UPDATE home.feed_entry SET sequence = sequence + 1, told_at = :now, gone_at = :now"
                            + " WHERE account = :account AND subject = :subject")
                    .param("now", SqlTime.at(now))
                    .param("account", account)
                    .param("subject", subject)
                    .update();
            told.add(new FeedEntry(subject, it.sequence() + 1, now, it.day(), it.begins(), null));
        } else if (since != null && since.plus(CANCELLED).isAfter(now)) {
            told.add(new FeedEntry(subject, it.sequence(), it.toldAt(), it.day(), it.begins(), null));
        }
    }

    private Map<String, StoredFeedEntry> findStored(UUID account) {
        Map<String, StoredFeedEntry> all = new LinkedHashMap<>();
        db.sql("""
                        SELECT subject, sequence, fingerprint, day, begins, told_at, gone_at FROM home.feed_entry
                        WHERE account = ? ORDER BY subject
                        """)
                .param(account)
                .query((row, n) -> all.put(row.getString("subject"), findStored(row)))
                .list();
        return all;
    }

    private static StoredFeedEntry findStored(ResultSet row) throws SQLException {
        OffsetDateTime gone = row.getObject("gone_at", OffsetDateTime.class);
        return new StoredFeedEntry(
                row.getInt("sequence"),
                row.getString("fingerprint"),
                row.getObject("day", LocalDate.class),
                row.getObject("begins", LocalDateTime.class),
                row.getObject("told_at", OffsetDateTime.class).toInstant(),
                gone == null ? null : gone.toInstant());
    }

    private void write(UUID account, Deadline deadline, String fingerprint, int sequence, Instant now) {
        db.sql("""
                        INSERT INTO home.feed_entry (account, subject, sequence, fingerprint, day, begins, told_at)
                        VALUES (:account, :subject, :sequence, :fingerprint, :day, :begins, :now)
                        ON CONFLICT (account, subject) DO UPDATE
                        SET sequence = excluded.sequence, fingerprint = excluded.fingerprint, day = excluded.day,
                            begins = excluded.begins, told_at = excluded.told_at, gone_at = NULL
                        """)
                .param("account", account)
                .param("subject", deadline.key())
                .param("sequence", sequence)
                .param("fingerprint", fingerprint)
                .param("day", deadline.day())
                .param("begins", deadline.begins())
                .param("now", SqlTime.at(now))
                .update();
    }

    private static String fingerprint(Deadline it) {
        String all = String.join("\n", it.day().toString(), it.begins() + "/" + it.ends(), it.url(), it.what());
        return Sha256.hexOf(all);
    }

    /**
     * A deadline in a user's calendar feed.
     *
     * @param sequence grows with each change
     * @param toldAt when this version was first sent
     * @param begins its time; {@code null} for a whole day
     * @param deadline {@code null} if it is cancelled
     */
    record FeedEntry(
            String subject,
            int sequence,
            Instant toldAt,
            LocalDate day,
            @Nullable LocalDateTime begins,
            @Nullable Deadline deadline) {}
}
