package org.convergence.platform.door;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convergence.platform.access.Token;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.door.DoorSource.DoorGesture;
import org.convergence.platform.door.DoorSource.DoorOutcome;
import org.convergence.platform.door.DoorSource.DoorResult;
import org.convergence.platform.redaction.RedactableColumns;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Persistence of links to doors, and of what phones noted there. */
@Component
record DoorLinkRepository(JdbcClient db, Clock clock) {

    static final String TABLE = "platform.door_link";

    @Bean
    static RedactableColumns holdersOfDoorLinks() {
        return new RedactableColumns(TABLE, Set.of("holder"));
    }

    /** A link as stored. */
    record StoredDoorLink(
            DoorLinkId id,
            String door,
            UUID subject,
            String holder,
            String language,
            String publicKey,
            String privateKey,
            Instant madeAt,
            Instant until,
            @Nullable Instant revokedAt,
            List<String> devices) {

        /** Where its private key is sealed. */
        String place() {
            return TABLE + "/" + id.value();
        }
    }

    Instant now() {
        return clock.instant();
    }

    void insert(StoredDoorLink link, Token token) {
        db.sql("""
                        INSERT INTO platform.door_link (id, door, subject, holder, language, token, public_key, private_key,
                               made_at, until)
                        VALUES (:id, :door, :subject, :holder, :language, :token, :public, :private, :now, :until)
                        """)
                .param("id", link.id().value())
                .param("door", link.door())
                .param("subject", link.subject())
                .param("holder", link.holder())
                .param("language", link.language())
                .param("token", token.hash())
                .param("public", link.publicKey())
                .param("private", link.privateKey())
                .param("now", SqlTime.at(link.madeAt()))
                .param("until", SqlTime.at(link.until()))
                .update();
    }

    /**
     * The link of a secret, ended or not.
     *
     * @param lock whether others wait until this transaction ends
     * @throws NotFound if there is none
     */
    StoredDoorLink find(String secret, boolean lock) {
        return db.sql("""
                        SELECT id, door, subject, holder, language, public_key, private_key, made_at, until, revoked_at, devices
                        FROM platform.door_link WHERE token = ?
                        """ + (lock ? " FOR UPDATE" : ""))
                .param(Token.hashOf(secret))
                .query(RecordMapper.of(StoredDoorLink.class))
                .optional()
                .orElseThrow(() -> new NotFound("link"));
    }

    /** The links to a door that are still open, the latest first. */
    List<DoorLinkService.DoorLinkRow> findOpen(String door, UUID subject) {
        return db.sql("""
                        SELECT id, holder, made_at, until, last_at FROM platform.door_link
                        WHERE door = ? AND subject = ? AND revoked_at IS NULL AND until > ?
                        ORDER BY made_at DESC, id LIMIT 200
                        """)
                .params(door, subject, SqlTime.at(now()))
                .query(RecordMapper.of(DoorLinkService.DoorLinkRow.class))
                .list();
    }

    int revoke(String door, UUID subject, DoorLinkId id) {
        return db.sql("""
                        UPDATE platform.door_link SET revoked_at = coalesce(revoked_at, ?)
                        WHERE id = ? AND door = ? AND subject = ?
                        """).params(SqlTime.at(now()), id.value(), door, subject).update();
    }

    /** Notes that a phone read the list. */
    void noteUse(DoorLinkId id, String device) {
        db.sql("""
                        UPDATE platform.door_link
                        SET last_at = :now, devices = CASE WHEN :device = ANY (devices) OR cardinality(devices) >= 100 THEN devices
                                                           ELSE devices || CAST(:device AS text) END
                        WHERE id = :id
                        """)
                .param("now", SqlTime.at(now()))
                .param("device", device)
                .param("id", id.value())
                .update();
    }

    /** An entry of a phone, before it is received. */
    record DoorEntryKey(DoorLinkId link, String device, int sequence, int position) {}

    /** The result of an entry that was received before. */
    Optional<DoorResult> findResult(DoorEntryKey key) {
        return db.sql("""
                        SELECT outcome, guest FROM platform.door_entry
                        WHERE link = ? AND device = ? AND sequence = ? AND position = ?
                        """)
                .params(key.link().value(), key.device(), key.sequence(), key.position())
                .query(RecordMapper.of(DoorResult.class))
                .optional();
    }

    /** The guest that a phone added under its own id. */
    Optional<UUID> findAdded(DoorLinkId link, UUID alias) {
        return db.sql(
                        "SELECT guest FROM platform.door_entry WHERE link = ? AND alias = ? AND outcome IN ('DONE', 'DOUBLE')")
                .params(link.value(), alias)
                .query(UUID.class)
                .optional();
    }

    void insertEntry(DoorEntryKey key, DoorGesture gesture, @Nullable UUID alias, DoorResult result) {
        db.sql("""
                        INSERT INTO platform.door_entry (link, device, sequence, position, move, guest, alias, noted_at,
                               received_at, outcome)
                        VALUES (:link, :device, :sequence, :position, :move, :guest, :alias, :noted, :now, :outcome)
                        """)
                .param("link", key.link().value())
                .param("device", key.device())
                .param("sequence", key.sequence())
                .param("position", key.position())
                .param("move", gesture.move().name())
                .param("guest", result.guest())
                .param("alias", alias)
                .param("noted", SqlTime.at(gesture.at()))
                .param("now", SqlTime.at(now()))
                .param("outcome", result.outcome().name())
                .update();
    }

    /**
     * The check-ins of a guest that were not taken back.
     *
     * @param own of this phone
     * @param all of all phones
     * @param isFirst whether a phone checked the guest in first
     */
    record CheckInCount(int own, int all, boolean isFirst) {}

    CheckInCount countCheckIns(DoorEntryKey key, UUID guest) {
        return db.sql("""
                        WITH noted AS (
                            SELECT CASE WHEN e.move = 'UNDO' THEN -1 ELSE 1 END AS n, e.outcome, e.move,
                                   (e.link, e.device) = (:link, :device) AS own
                            FROM platform.door_entry e
                            WHERE e.guest = :guest AND e.move IN ('ENTER', 'ADD', 'UNDO') AND e.outcome IN ('DONE', 'DOUBLE'))
                        SELECT coalesce(sum(n) FILTER (WHERE own), 0) AS own, coalesce(sum(n), 0) AS all,
                               coalesce(bool_or(move <> 'UNDO' AND outcome = 'DONE'), false) AS is_first FROM noted
                        """)
                .param("guest", guest)
                .param("link", key.link().value())
                .param("device", key.device())
                .query(RecordMapper.of(CheckInCount.class))
                .single();
    }

    /** A check-in of a guest at another door, or on another phone. */
    record OtherCheckIn(String holder, Instant notedAt) {}

    /** The first other check-in of a guest that was received; empty if it was made without a phone's list. */
    Optional<OtherCheckIn> findOtherCheckIn(DoorEntryKey key, UUID guest) {
        return db.sql("""
                        SELECT l.holder, e.noted_at FROM platform.door_entry e JOIN platform.door_link l ON l.id = e.link
                        WHERE e.guest = :guest AND e.move IN ('ENTER', 'ADD') AND e.outcome <> :refused
                          AND (e.link, e.device) <> (:link, :device)
                        ORDER BY e.received_at, e.sequence LIMIT 1
                        """)
                .param("guest", guest)
                .param("refused", DoorOutcome.REFUSED.name())
                .param("link", key.link().value())
                .param("device", key.device())
                .query(RecordMapper.of(OtherCheckIn.class))
                .optional();
    }
}
