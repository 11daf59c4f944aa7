package org.convergence.outreach.assembly.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.access.Token;
import org.convergence.platform.database.Ids;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The links that open one meeting. A secret exists in clear only at issue; its SHA-256 is stored. */
@Component
class MeetingLinkService {

    /** The completer name in letters. */
    static final String COMPLETER = "assembly_link";

    /** How long a link opens the meeting after its day, in days. */
    static final int DAYS_AFTER = 30;

    private final JdbcClient db;
    private final Clock clock;
    private final OrganisationSettings settings;

    MeetingLinkService(JdbcClient db, Clock clock, OrganisationSettings settings) {
        this.db = db;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * Issues a link to a meeting.
     *
     * @param notice the notice whose letter carries it. A letter sent again carries another link; both open the
     *     meeting, unless links were closed meanwhile
     * @return the secret
     */
    @Transactional
    String issue(UUID meeting, @Nullable UUID notice) {
        return issue(meeting, notice, null);
    }

    /**
     * As {@link #issue(UUID, UUID)}, also for a guest of another module.
     *
     * @param guest as {@link GuestReplySource} knows it; {@code null} for none
     */
    @Transactional
    String issue(UUID meeting, @Nullable UUID notice, @Nullable UUID guest) {
        Token token = Token.random();
        Instant ends = db.sql("SELECT begins::date FROM outreach.assembly_meeting WHERE id = ?")
                .param(meeting)
                .query(java.time.LocalDate.class)
                .single()
                .plusDays(DAYS_AFTER + 1)
                .atStartOfDay(settings.current().zone())
                .toInstant();
        Instant now = clock.instant();
        db.sql("""
                        INSERT INTO outreach.assembly_link (id, meeting, notice, guest, token, made_at, expires_at, revoked_at)
                        VALUES (:id, :meeting, :notice, :guest, :token, :now, :ends,
                                (SELECT min(revoked_at) FROM outreach.assembly_link WHERE notice = :notice))
                        """)
                .param("id", Ids.next())
                .param("meeting", meeting)
                .param("notice", notice)
                .param("guest", guest)
                .param("token", token.hash())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param(
                        "ends",
                        ends.isAfter(now)
                                ? ends.atOffset(ZoneOffset.UTC)
                                : now.plusSeconds(86_400).atOffset(ZoneOffset.UTC))
                .update();
        return token.secret();
    }

    /** The meeting of a secret; empty for an unknown, closed or expired one, without distinction. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    Optional<UUID> open(String secret) {
        return db.sql("""
                        UPDATE outreach.assembly_link SET opened_at = :now
                        WHERE token = :token AND revoked_at IS NULL AND expires_at > :now RETURNING meeting
                        """)
                .param("token", Token.hashOf(secret))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional();
    }

    /** The guest of an open secret, with the meeting. */
    record LinkedGuest(UUID meeting, UUID guest) {}

    /** The guest of an open secret; empty for the link of a convened person, and for one that opens nothing. */
    @Transactional(readOnly = true)
    Optional<LinkedGuest> findGuest(String secret) {
        return db.sql("""
                        SELECT meeting, guest FROM outreach.assembly_link
                         WHERE token = :token AND revoked_at IS NULL AND expires_at > :now AND guest IS NOT NULL""")
                .param("token", Token.hashOf(secret))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(LinkedGuest.class)
                .optional();
    }

    /** The notice that carries an open secret; empty for a link that was handed over, and for one that opens nothing. */
    @Transactional(readOnly = true)
    Optional<UUID> findNotice(String secret) {
        return db.sql("""
                        SELECT notice FROM outreach.assembly_link
                         WHERE token = :token AND revoked_at IS NULL AND expires_at > :now AND notice IS NOT NULL""")
                .param("token", Token.hashOf(secret))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional();
    }

    /** Closes all links to a meeting, including future ones of waiting letters, and returns how many were open. */
    @Transactional
    int revoke(UUID meeting) {
        db.sql("""
                        SELECT id FROM outreach.assembly_notice n WHERE meeting = ? AND kind <> 'CANCELLED'
                        AND NOT EXISTS (SELECT FROM outreach.assembly_link l WHERE l.notice = n.id)
                        """).param(meeting).query(UUID.class).list().forEach(notice -> issue(meeting, notice));
        return db.sql(
                        "UPDATE outreach.assembly_link SET revoked_at = :now WHERE meeting = :meeting AND revoked_at IS NULL")
                .param("meeting", meeting)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether links to a meeting were closed since a moment. */
    @Transactional(readOnly = true)
    boolean isRevokedSince(UUID meeting, Instant since) {
        return db.sql("SELECT EXISTS (SELECT FROM outreach.assembly_link WHERE meeting = ? AND revoked_at >= ?)")
                .params(meeting, since.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /** The number of open links. */
    @Transactional(readOnly = true)
    int open(UUID meeting) {
        return db.sql("""
                        SELECT count(DISTINCT coalesce(notice, id)) FROM outreach.assembly_link
                        WHERE meeting = :meeting AND revoked_at IS NULL AND expires_at > :now
                        """)
                .param("meeting", meeting)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }
}
