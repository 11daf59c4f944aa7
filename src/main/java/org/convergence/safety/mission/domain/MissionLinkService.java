package org.convergence.safety.mission.domain;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.plan.mailbox.ReplyAddressGenerator;
import org.convergence.plan.mailbox.ReplyAddressGenerator.ReplyAddress;
import org.convergence.platform.access.Token;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.settings.BaseUrl;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.safety.mission.CheckInId;
import org.convergence.safety.mission.MissionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The links of letters, which need no account. A link is made when its letter leaves; a letter about a check-in that was
 * answered meanwhile is withheld.
 */
@Component
record MissionLinkService(
        JdbcClient db, Clock clock, OrganisationSettings settings, ReplyAddressGenerator replies, BaseUrl baseUrl)
        implements BodyCompleter {

    /** The beginning of the addresses. */
    static final String PATH = "/safety/mission/link/";

    static final String NAME = "mission_link";

    /** What a letter is about. */
    enum LinkPurpose {
        /** The traveller's page, given before the departure. */
        INVITATION,
        /** A check-in is missing: to the traveller. */
        REMINDER,
        /** A check-in is missing: to a watcher. */
        ALARM,
        /** The duress word was given: to a watcher, in the words of any other alert. */
        DURESS,
        /** The missing check-in arrived: to a watcher who was alerted. */
        OVER;

        boolean isForTraveller() {
            return this == INVITATION || this == REMINDER;
        }
    }

    /** A link that was followed. */
    record MissionLink(MissionId mission, PersonId person, LinkPurpose purpose) {}

    /** Prepares the link of a letter; its secret is made when the letter leaves. */
    UUID prepare(MissionId mission, PersonId person, @Nullable CheckInId checkIn, LinkPurpose purpose) {
        UUID id = Ids.next();
        db.sql("""
                        INSERT INTO safety.mission_link (id, mission, person, check_in, purpose, made_at)
                        VALUES (:id, :mission, :person, :checkIn, :purpose, :now)
                        """)
                .param("id", id)
                .param("mission", mission.value())
                .param("person", person.value())
                .param("checkIn", checkIn == null ? null : checkIn.value())
                .param("purpose", purpose.name())
                .param("now", SqlTime.now(clock))
                .update();
        return id;
    }

    /** The last invitation of each traveller of a mission. */
    List<UUID> findInvitations(MissionId mission) {
        return db.sql("""
                        SELECT DISTINCT ON (person) id FROM safety.mission_link
                        WHERE mission = ? AND purpose = 'INVITATION' AND token IS NULL
                        ORDER BY person, made_at DESC, id DESC
                        """).param(mission.value()).query(UUID.class).list();
    }

    /** The link of a secret; empty if it opens nothing. */
    Optional<MissionLink> find(String secret) {
        return db.sql("SELECT mission, person, purpose FROM safety.mission_link WHERE token = ?")
                .param(Token.hashOf(secret))
                .query(RecordMapper.of(MissionLink.class))
                .optional();
    }

    /** The link of the letter to whose address a reply came; empty if it is of no letter. */
    Optional<MissionLink> findByReplyHash(String hash) {
        return db.sql("SELECT mission, person, purpose FROM safety.mission_link WHERE reply_hash = decode(?, 'hex')")
                .param(hash)
                .query(RecordMapper.of(MissionLink.class))
                .optional();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> withholdingReason(WaitingLetter letter) {
        return Optional.of(db.sql("""
                        SELECT CASE
                            WHEN l.purpose = 'DURESS' THEN ''
                            WHEN l.purpose = 'OVER' THEN CASE WHEN EXISTS (
                                SELECT FROM platform.mail_letter_status s JOIN safety.mission_check_in a ON a.id = s.record_id
                                 WHERE s.matter = 'mission_check_in' AND s.recipient = :to AND s.posted_at < :posted
                                   AND s.state IN ('SENT', 'PERHAPS_SENT', 'DELIVERED_OTHERWISE') AND a.mission = l.mission
                                   AND a.done_at BETWEEN c.done_at - interval '1 minute' AND c.done_at + interval '1 minute')
                                THEN '' ELSE 'mission.letter.withheld.over' END
                            WHEN (l.purpose <> 'INVITATION' OR m.ends_on >= :today)
                             AND m.state IN ('PREPARED', 'APPROVED') AND c.done_at IS NULL THEN ''
                            ELSE 'mission.letter.withheld' END
                          FROM safety.mission_link l JOIN safety.mission m ON m.id = l.mission
                          LEFT JOIN safety.mission_check_in c ON c.id = l.check_in WHERE l.id = :link
                        """)
                        .param("link", letter.subject())
                        .param("to", letter.to())
                        .param("posted", SqlTime.at(letter.postedAt()))
                        .param("today", settings.today())
                        .query(String.class)
                        .optional()
                        .orElse("mission.letter.withheld"))
                .filter(reason -> !reason.isEmpty());
    }

    /** Each attempt has its own secret, so that a letter that arrived after all opens its page. */
    @Override
    public Map<String, String> complete(UUID link) {
        Token token = Token.random();
        Optional<ReplyAddress> reply = replies.create();
        MissionLink made = db.sql("""
                        INSERT INTO safety.mission_link (id, mission, person, check_in, purpose, token, reply_hash, made_at)
                        SELECT :id, mission, person, check_in, purpose, :token,
                               CASE WHEN purpose IN ('INVITATION', 'REMINDER') THEN decode(:reply, 'hex') END, :now
                        FROM safety.mission_link WHERE id = :link RETURNING mission, person, purpose
                        """)
                .param("id", Ids.next())
                .param("token", token.hash())
                .param("reply", reply.map(ReplyAddress::hash).orElse(null))
                .param("now", SqlTime.now(clock))
                .param("link", link)
                .query(RecordMapper.of(MissionLink.class))
                .single();
        Map<String, String> values = new HashMap<>(Map.of("link", baseUrl.value() + PATH + token.secret()));
        reply.filter(each -> made.purpose().isForTraveller()).ifPresent(each -> values.put(REPLY_TO, each.address()));
        return values;
    }
}
