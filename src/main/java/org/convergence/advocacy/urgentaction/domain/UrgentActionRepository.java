package org.convergence.advocacy.urgentaction.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.ActionUpdate;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.AlertFacts;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.PublicText;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.PublicWording;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.TargetInOffice;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.UrgentActionId;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.database.TransactionLock;
import org.convergence.platform.database.VersionedRow;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Persistence of urgent actions, their words, targets and news. */
@Repository
class UrgentActionRepository {

    static final String TABLE = "advocacy.urgentaction";

    static final String COLUMNS = "a.*, o.name AS partner_name";

    static final String FROM = "advocacy.urgentaction a JOIN directory.people_organisation_name o ON o.id = a.partner";

    static final RecordMapper<UrgentAction> ACTION = RecordMapper.of(UrgentAction.class);

    private final JdbcClient db;
    private final Clock clock;

    UrgentActionRepository(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** The action with a number, whose parts are at most nine digits each. */
    Optional<UrgentAction> findByCode(String year, String number) {
        return db.sql("SELECT " + COLUMNS + " FROM " + FROM
                        + " WHERE a.year = CAST(? AS integer) AND a.number = CAST(? AS integer)")
                .params(year, number)
                .query(ACTION)
                .optional();
    }

    UrgentAction findById(UrgentActionId id) {
        return find(id, "");
    }

    UrgentAction lock(UrgentActionId id) {
        return find(id, " FOR UPDATE OF a");
    }

    private UrgentAction find(UrgentActionId id, String lock) {
        return db.sql("SELECT " + COLUMNS + " FROM " + FROM + " WHERE a.id = ?" + lock)
                .param(id.value())
                .query(ACTION)
                .optional()
                .orElseThrow(() -> new NotFound("urgent-action"));
    }

    UrgentActionId insert(AlertFacts facts, UUID riskBy, @Nullable UUID responsible, int year) {
        TransactionLock.acquire(db, "urgentaction/number");
        UrgentActionId id = new UrgentActionId(Ids.next());
        facts("""
                        INSERT INTO advocacy.urgentaction (id, year, number, title, partner, country, person, responsible, happened,
                               received_on, degree, risk, risk_by, expires_on, segment, line)
                        SELECT :id, :year, coalesce(max(number), 0) + 1, :title, :partner, :country, CAST(:person AS uuid),
                               CAST(:responsible AS uuid), :happened, :received_on, :degree, :risk, :riskBy, :expires_on,
                               CAST(:segment AS uuid), CAST(:line AS uuid)
                        FROM advocacy.urgentaction WHERE year = :year
                        """, facts)
                .param("id", id.value())
                .param("year", year)
                .param("responsible", responsible)
                .param("riskBy", riskBy)
                .update();
        return id;
    }

    /** @param wordsChange whether the change needs a new yes */
    void update(UrgentActionId id, int version, AlertFacts facts, UUID riskBy, boolean wordsChange) {
        int changed = facts("""
                        UPDATE advocacy.urgentaction SET version = version + 1, title = :title, partner = :partner,
                               country = :country, person = CAST(:person AS uuid), happened = :happened,
                               received_on = :received_on, degree = :degree, risk = :risk, risk_by = :riskBy,
                               expires_on = :expires_on, segment = CAST(:segment AS uuid), line = CAST(:line AS uuid),
                               wording = wording + :words
                        WHERE id = :id AND version = :version
                        """, facts)
                .param("id", id.value())
                .param("version", version)
                .param("riskBy", riskBy)
                .param("words", wordsChange ? 1 : 0)
                .update();
        if (changed == 0) {
            throw new EditConflict(TABLE, id.value(), version);
        }
    }

    private JdbcClient.StatementSpec facts(String sql, AlertFacts facts) {
        return db.sql(sql).params(VersionedRow.values(facts));
    }

    /** Sets columns of an action that the caller locked. */
    void set(UrgentActionId id, Map<String, @Nullable Object> columns) {
        String assignments =
                columns.keySet().stream().map(each -> each + " = :" + each).collect(Collectors.joining(", "));
        JdbcClient.StatementSpec update = db.sql(
                        "UPDATE advocacy.urgentaction SET version = version + 1, " + assignments + " WHERE id = :id")
                .param("id", id.value());
        columns.forEach((column, value) -> update.param(column, value instanceof Enum<?> one ? one.name() : value));
        update.update();
    }

    /** Records the check of the present tier by a second person. */
    void setCheck(UrgentAction action, String by, LocalDate on) {
        set(action.id(), Map.of("checked_by", by, "checked_on", on, "checked_risk", action.risk()));
    }

    PublicWording findWording(UrgentActionId id) {
        return new PublicWording(
                db.sql("""
                                SELECT language, title, story, subject, letter FROM advocacy.urgentaction_text
                                WHERE action = ? ORDER BY array_position(ARRAY['fr', 'es', 'en'], language)
                                """)
                        .param(id.value())
                        .query(RecordMapper.of(PublicText.class))
                        .list(),
                db.sql("""
                                SELECT t.decision_maker, coalesce(m.name, t.name) AS name, coalesce(m.office, t.office) AS office,
                                       coalesce(nullif(m.mail, ''), t.mail) AS mail, t.salutation,
                                       CASE WHEN t.decision_maker IS NULL THEN t.until
                                            WHEN m.decision_maker IS NULL THEN DATE '1970-01-01' -- protected since
                                            ELSE m.until_on END AS until
                                  FROM advocacy.urgentaction_target t
                                  LEFT JOIN advocacy.dialogue_last_mandate m ON m.decision_maker = t.decision_maker
                                 WHERE t.action = ? ORDER BY t.rank
                                """)
                        .param(id.value())
                        .query(RecordMapper.of(TargetInOffice.class))
                        .list());
    }

    /** The ids of the texts by language. */
    Map<String, UUID> findTextIds(UrgentActionId id) {
        return db
                .sql("SELECT language, id FROM advocacy.urgentaction_text WHERE action = ?")
                .param(id.value())
                .query((row, n) -> Map.entry(row.getString("language"), row.getObject("id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    PublicText findText(UUID text) {
        return db.sql("SELECT language, title, story, subject, letter FROM advocacy.urgentaction_text WHERE id = ?")
                .param(text)
                .query(RecordMapper.of(PublicText.class))
                .single();
    }

    /** The action of a text; empty if the words were changed since. */
    Optional<UrgentAction> findByText(UUID text) {
        return db.sql("SELECT " + COLUMNS + " FROM " + FROM
                        + " JOIN advocacy.urgentaction_text x ON x.action = a.id WHERE x.id = ?")
                .param(text)
                .query(ACTION)
                .optional();
    }

    void saveWording(UrgentActionId id, PublicWording wording) {
        db.sql("DELETE FROM advocacy.urgentaction_text WHERE action = ?")
                .param(id.value())
                .update();
        wording.texts()
                .forEach(each -> db.sql("""
                                INSERT INTO advocacy.urgentaction_text (id, action, language, title, story, subject, letter)
                                VALUES (?, ?, ?, ?, ?, ?, ?)
                                """)
                        .params(
                                Ids.next(),
                                id.value(),
                                each.language(),
                                each.title(),
                                each.story(),
                                each.subject(),
                                each.letter())
                        .update());
        db.sql("DELETE FROM advocacy.urgentaction_target WHERE action = ?")
                .param(id.value())
                .update();
        int rank = 0;
        for (TargetInOffice each : wording.targets()) {
            Map<String, @Nullable Object> values = VersionedRow.values(each);
            values.put("action", id);
            values.put("rank", ++rank);
            VersionedRow.insert(db, "advocacy.urgentaction_target", values);
        }
    }

    List<ActionUpdate> findUpdates(UrgentActionId id) {
        return db.sql("""
                        SELECT posted_at, agreed, fr, es, en FROM advocacy.urgentaction_update
                        WHERE action = ? ORDER BY posted_at DESC LIMIT 50
                        """)
                .param(id.value())
                .query(RecordMapper.of(ActionUpdate.class))
                .list();
    }

    void insertUpdate(UrgentActionId id, ActionUpdate update) {
        db.sql("""
                        INSERT INTO advocacy.urgentaction_update (id, action, posted_at, agreed, fr, es, en)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Ids.next(), id.value(), now(), update.agreed(), update.fr(), update.es(), update.en())
                .update();
    }

    /** The actions out whose last day is over and whose counts are not kept yet. */
    List<UrgentAction> findToFreeze(LocalDate today, int limit) {
        return db.sql("SELECT " + COLUMNS + " FROM " + FROM
                        + " WHERE a.state = 'OUT' AND a.expires_on < ? AND a.frozen_day IS NULL ORDER BY a.id LIMIT ?")
                .params(today, limit)
                .query(ACTION)
                .list();
    }

    OffsetDateTime now() {
        return SqlTime.now(clock);
    }
}
