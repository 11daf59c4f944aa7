package org.convergence.outreach.assembly.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.plan.mailbox.ReplyAddressGenerator;
import org.convergence.plan.mailbox.ReplyAddressGenerator.ReplyAddress;
import org.convergence.platform.access.Token;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.settings.BaseUrl;
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
    private final ReplyAddressGenerator replies;
    private final BaseUrl baseUrl;

    MeetingLinkService(
            JdbcClient db, Clock clock, OrganisationSettings settings, ReplyAddressGenerator replies, BaseUrl baseUrl) {
        this.db = db;
        this.clock = clock;
        this.settings = settings;
        this.replies = replies;
        this.baseUrl = baseUrl;
    }

    /** Issues a link that is handed over, and returns its secret. */
    @Transactional
    String issue(UUID meeting) {
        return issue(meeting, null, null, null);
    }

    /**
     * Issues the link of a letter, and its address for replies if a mailbox is read; a letter sent again carries others,
     * and all of them count, unless links were closed meanwhile.
     *
     * @param notice of the convened person; {@code null} for a guest
     * @param guest as {@link GuestReplySource} knows it; {@code null} for a convened person
     * @return what completes the letter
     */
    @Transactional
    Map<String, String> completeLetter(UUID meeting, @Nullable UUID notice, @Nullable UUID guest) {
        Optional<ReplyAddress> reply = replies.create();
        String secret =
                issue(meeting, notice, guest, reply.map(ReplyAddress::hash).orElse(null));
        Map<String, String> values = new HashMap<>();
        values.put(NoticeLetterFormatter.LINK, baseUrl.value() + "/outreach/assembly/link/" + secret);
        reply.ifPresent(each -> values.put(BodyCompleter.REPLY_TO, each.address()));
        return values;
    }

    private String issue(UUID meeting, @Nullable UUID notice, @Nullable UUID guest, @Nullable String reply) {
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
                        INSERT INTO outreach.assembly_link
                            (id, meeting, notice, guest, token, reply_hash, told_begins, made_at, expires_at, revoked_at)
                        VALUES (:id, :meeting, :notice, :guest, :token, decode(:reply, 'hex'),
                                (SELECT begins FROM outreach.assembly_meeting WHERE id = :meeting), :now, :ends,
                                (SELECT min(revoked_at) FROM outreach.assembly_link WHERE notice = :notice))
                        """)
                .param("id", Ids.next())
                .param("meeting", meeting)
                .param("notice", notice)
                .param("guest", guest)
                .param("token", token.hash())
                .param("reply", reply)
                .param("now", SqlTime.at(now))
                .param("ends", ends.isAfter(now) ? SqlTime.at(ends) : SqlTime.at(now.plusSeconds(86_400)))
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
                .param("now", SqlTime.now(clock))
                .query(UUID.class)
                .optional();
    }

    /**
     * The reader of a letter.
     *
     * @param notice of a convened person; {@code null} for a guest, and for a link that was handed over
     * @param person the convened person; {@code null} as the notice
     * @param guest as {@link GuestReplySource} knows it; {@code null} for none
     * @param current whether the links of the meeting are open, and it begins at the hour that the letter tells
     */
    record NoticeReader(
            UUID meeting,
            @Nullable UUID notice,
            @Nullable UUID person,
            @Nullable UUID guest,
            boolean current) {}

    private static final String READERS = """
            SELECT l.meeting, l.notice, n.person, l.guest,
                   l.revoked_at IS NULL AND l.expires_at > :now AND l.told_begins IS NOT DISTINCT FROM m.begins AS current
              FROM outreach.assembly_link l
              JOIN outreach.assembly_meeting m ON m.id = l.meeting
              LEFT JOIN outreach.assembly_notice n ON n.id = l.notice
            """;

    /** The reader of an open secret; empty for one that opens nothing. */
    @Transactional(readOnly = true)
    Optional<NoticeReader> findReader(String secret) {
        return db.sql(READERS + "WHERE l.token = :token AND l.revoked_at IS NULL AND l.expires_at > :now")
                .param("token", Token.hashOf(secret))
                .param("now", SqlTime.now(clock))
                .query(RecordMapper.of(NoticeReader.class))
                .optional();
    }

    /** The reader of the letter to whose address a reply came; empty if it is of no letter. */
    @Transactional(readOnly = true)
    Optional<NoticeReader> findReplier(String hash) {
        return db.sql(READERS + "WHERE l.reply_hash = decode(:hash, 'hex')")
                .param("hash", hash)
                .param("now", SqlTime.now(clock))
                .query(RecordMapper.of(NoticeReader.class))
                .optional();
    }

    /** Closes all links to a meeting, including future ones of waiting letters, and returns how many were open. */
    @Transactional
    int revoke(UUID meeting) {
        db.sql("""
                        SELECT id FROM outreach.assembly_notice n WHERE meeting = ? AND kind <> 'CANCELLED'
                        AND NOT EXISTS (SELECT FROM outreach.assembly_link l WHERE l.notice = n.id)
                        """).param(meeting).query(UUID.class).list().forEach(notice -> issue(meeting, notice, null, null));
        return db.sql(
                        "UPDATE outreach.assembly_link SET revoked_at = :now WHERE meeting = :meeting AND revoked_at IS NULL")
                .param("meeting", meeting)
                .param("now", SqlTime.now(clock))
                .update();
    }

    /** Whether links to a meeting were closed since a moment. */
    @Transactional(readOnly = true)
    boolean isRevokedSince(UUID meeting, Instant since) {
        return db.sql("SELECT EXISTS (SELECT FROM outreach.assembly_link WHERE meeting = ? AND revoked_at >= ?)")
                .params(meeting, SqlTime.at(since))
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
                .param("now", SqlTime.now(clock))
                .query(Integer.class)
                .single();
    }
}
