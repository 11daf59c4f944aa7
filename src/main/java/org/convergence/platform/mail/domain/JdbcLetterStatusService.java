package org.convergence.platform.mail.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Open;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Refused;
import org.convergence.platform.mail.DeliveryMethod;
import org.convergence.platform.mail.LetterState;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads and changes the status of letters in the outbox's table. */
@Service
@Open("the module whose record it is asks its own permission")
public class JdbcLetterStatusService implements LetterStatusService {

    /** The reason of a letter that was taken back. */
    static final String TAKEN_BACK = "mail.withheld.taken-back";

    private final Carrier carrier;
    private final OrganisationSettings settings;
    private final JdbcClient db;
    private final Clock clock;

    JdbcLetterStatusService(Carrier carrier, OrganisationSettings settings, JdbcClient db, Clock clock) {
        this.carrier = carrier;
        this.settings = settings;
        this.db = db;
        this.clock = clock;
    }

    @Override
    public boolean isMailSet() {
        return carrier.isSet();
    }

    @Override
    @Transactional(readOnly = true)
    public long countWaiting() {
        return db.sql("SELECT count(*) FROM platform.mail_message WHERE state = 'QUEUED' AND NOT cut_off")
                .query(Long.class)
                .single();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, LetterStatus> findByRecords(String matter, Collection<UUID> records) {
        if (records.isEmpty()) {
            return Map.of();
        }
        return db
                .sql("""
                        SELECT DISTINCT ON (record_id) * FROM platform.mail_letter_status
                         WHERE matter = :matter AND record_id = ANY (:records)
                         ORDER BY record_id, posted_at DESC, id DESC""")
                .param("matter", matter)
                .param("records", records.toArray(UUID[]::new))
                .query((row, n) -> status(row))
                .list()
                .stream()
                .collect(Collectors.toMap(LetterStatus::record, Function.identity()));
    }

    private static LetterStatus status(ResultSet row) throws SQLException {
        String handed = row.getString("handed");
        return new LetterStatus(
                row.getObject("record_id", UUID.class),
                LetterState.valueOf(row.getString("state")),
                row.getObject("posted_at", OffsetDateTime.class).toInstant(),
                instant(row, "left_on"),
                row.getString("reason"),
                handed == null ? null : DeliveryMethod.valueOf(handed),
                row.getString("decided_by"),
                instant(row, "decided_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int markDelivered(String matter, Collection<UUID> records, Delivery delivery) {
        LocalDate earliest = delivery.earliest();
        if (delivery.on().isAfter(settings.today())) {
            throw new Refused("mail.refused.delivered-later");
        }
        if (earliest != null && delivery.on().isBefore(earliest)) {
            throw new Refused("mail.refused.delivered-before", earliest);
        }
        List<UUID> known = db.sql("""
                        SELECT DISTINCT record_id FROM platform.mail_message
                         WHERE matter = :matter AND record_id = ANY (:records)""")
                .param("matter", matter)
                .param("records", records.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
        Set<UUID> missing = new HashSet<>(records);
        missing.removeAll(known);
        return update(matter, known, delivery) + insert(matter, missing, delivery);
    }

    private int update(String matter, Collection<UUID> records, Delivery delivery) {
        return db.sql("""
                        UPDATE platform.mail_message
                           SET state = 'DELIVERED_OTHERWISE', handed = :how, sent_at = :on, problem = NULL,
                               decided_by = :by, decided_at = :now, next_at = :now
                         WHERE state <> 'SENT'
                           AND id IN (SELECT DISTINCT ON (record_id) id FROM platform.mail_message
                                       WHERE matter = :matter AND record_id = ANY (:records)
                                       ORDER BY record_id, posted_at DESC, id DESC)""")
                .param("how", delivery.method().name())
                .param("on", startOf(delivery.on()))
                .param("by", CurrentActor.get().label())
                .param("now", now())
                .param("matter", matter)
                .param("records", records.toArray(UUID[]::new))
                .update();
    }

    private int insert(String matter, Collection<UUID> records, Delivery delivery) {
        return db.sql("""
                        INSERT INTO platform.mail_message
                               (id, recipient, subject, body, purpose, matter, record_id, state, handed, sent_at, decided_by,
                                decided_at, posted_at, next_at)
                        SELECT fresh.id, '', '', '', :matter, :matter, fresh.record_id, 'DELIVERED_OTHERWISE', :how, :on,
                               :by, :now, :now, :now
                          FROM unnest(CAST(:ids AS uuid[]), CAST(:records AS uuid[])) AS fresh (id, record_id)""")
                .param("matter", matter)
                .param("how", delivery.method().name())
                .param("on", startOf(delivery.on()))
                .param("by", CurrentActor.get().label())
                .param("now", now())
                .param("ids", records.stream().map(each -> Ids.next()).toArray(UUID[]::new))
                .param("records", records.toArray(UUID[]::new))
                .update();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int takeBack(String matter, Collection<UUID> records) {
        return db.sql("""
                        UPDATE platform.mail_message
                           SET state = 'WITHHELD', problem = :reason, decided_by = :by, decided_at = :now, next_at = :now
                         WHERE matter = :matter AND record_id = ANY (:records) AND state = 'QUEUED' AND NOT cut_off""")
                .param("reason", TAKEN_BACK)
                .param("by", CurrentActor.get().label())
                .param("now", now())
                .param("matter", matter)
                .param("records", records.toArray(UUID[]::new))
                .update();
    }

    private OffsetDateTime startOf(LocalDate day) {
        return day.atStartOfDay(settings.current().zone()).toOffsetDateTime();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
