package org.convergence.platform.mail.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Open;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.mail.DeliveryMethod;
import org.convergence.platform.mail.LetterState;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.LetterStatusService.AddressedLetter;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads and changes the status of letters in the outbox's table. */
@Service
@Open("the module that owns the record checks its permission")
public class JdbcLetterStatusService implements LetterStatusService {

    /** The reason of a letter that was taken back. */
    static final String TAKEN_BACK = "mail.withheld.taken-back";

    /** The reason of a letter that was written again. */
    private static final String REPLACED = "mail.withheld.replaced";

    /** The reason of a letter that was perhaps sent, and is not sent again. */
    static final String NOT_AGAIN = "mail.withheld.not-again";

    /** The last letter of each record, where it was delivered otherwise. */
    private static final String LAST_DELIVERED = """
            WHERE state = 'DELIVERED_OTHERWISE'
              AND id IN (SELECT DISTINCT ON (record_id) id FROM platform.mail_message
                          WHERE matter = :matter AND record_id = ANY (:records)
                          ORDER BY record_id, posted_at DESC, id DESC)\s""";

    private final LetterSender letterSender;
    private final OrganisationSettings settings;
    private final JdbcClient db;
    private final Clock clock;

    JdbcLetterStatusService(LetterSender letterSender, OrganisationSettings settings, JdbcClient db, Clock clock) {
        this.letterSender = letterSender;
        this.settings = settings;
        this.db = db;
        this.clock = clock;
    }

    @Override
    public boolean isMailSet() {
        return letterSender.isConfigured();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<MailFailure> findFailure() {
        return db.sql("""
                        SELECT failing_since AS since, problem FROM platform.mail_message
                         WHERE state = 'QUEUED' AND failing_since IS NOT NULL AND failing_since >
                               (SELECT coalesce(max(sent_at), '-infinity') FROM platform.mail_message WHERE state = 'SENT')
                         ORDER BY failing_since LIMIT 1""").query(RecordMapper.of(MailFailure.class)).optional();
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

    @Override
    @Transactional(readOnly = true)
    public List<AddressedLetter> findByRecipient(UUID party, Collection<String> addresses, int limit) {
        return db.sql("""
                        SELECT m.purpose, m.subject, coalesce(s.record_id, s.id) AS record_id, s.state, s.left_on, s.reason, s.queued,
                               s.handed, s.decided_by, s.decided_at, s.posted_at
                          FROM platform.mail_message m JOIN platform.mail_letter_status s USING (id)
                         WHERE (m.party = :party OR m.recipient <> '' AND lower(m.recipient) = ANY (:addresses))
                           AND (m.record_id IS NOT NULL OR m.party IS NOT NULL) AND NOT m.discreet
                         ORDER BY m.posted_at DESC, m.id DESC LIMIT :limit""")
                .param("party", party)
                .param(
                        "addresses",
                        addresses.stream()
                                .map(each -> each.toLowerCase(Locale.ROOT))
                                .toArray(String[]::new))
                .param("limit", limit)
                .query((row, n) -> new AddressedLetter(row.getString("purpose"), row.getString("subject"), status(row)))
                .list();
    }

    private static LetterStatus status(ResultSet row) throws SQLException {
        String handed = row.getString("handed");
        return new LetterStatus(
                row.getObject("record_id", UUID.class),
                row.getString("purpose"),
                LetterState.valueOf(row.getString("state")),
                row.getObject("posted_at", OffsetDateTime.class).toInstant(),
                instant(row, "left_on"),
                row.getString("reason"),
                row.getBoolean("queued"),
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
    public int markDelivered(String matter, Collection<UUID> records, LetterDelivery delivery) {
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
        return update(matter, known, delivery) + insert(matter, matter, missing, delivery);
    }

    private int update(String matter, Collection<UUID> records, LetterDelivery delivery) {
        return db.sql("""
                        UPDATE platform.mail_message
                           SET state_before = CASE WHEN state = 'DELIVERED_OTHERWISE' THEN state_before ELSE state END,
                               problem_before = CASE WHEN state = 'DELIVERED_OTHERWISE' THEN problem_before ELSE problem END,
                               state = 'DELIVERED_OTHERWISE', handed = :how, sent_at = :on, problem = NULL,
                               decided_by = :by, decided_at = :now, next_at = :now
                         WHERE state <> 'SENT'
                           AND id IN (SELECT DISTINCT ON (record_id) id FROM platform.mail_message
                                       WHERE matter = :matter AND record_id = ANY (:records)
                                       ORDER BY record_id, posted_at DESC, id DESC)""")
                .param("how", delivery.method().name())
                .param("on", startOf(delivery.on()))
                .param("by", CurrentActor.get().label())
                .param("now", SqlTime.now(clock))
                .param("matter", matter)
                .param("records", records.toArray(UUID[]::new))
                .update();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void markTold(String matter, String purpose, UUID id) {
        insert(matter, purpose, List.of(id), new LetterDelivery(DeliveryMethod.TOLD, settings.today(), null));
    }

    private int insert(String matter, String purpose, Collection<UUID> records, LetterDelivery delivery) {
        return db.sql("""
                        INSERT INTO platform.mail_message
                               (id, recipient, subject, body, purpose, matter, record_id, state, handed, sent_at, decided_by,
                                decided_at, posted_at, next_at)
                        SELECT fresh.id, '', '', '', :purpose, :matter, fresh.record_id, 'DELIVERED_OTHERWISE', :how, :on,
                               :by, :now, :now, :now
                          FROM unnest(CAST(:ids AS uuid[]), CAST(:records AS uuid[])) AS fresh (id, record_id)""")
                .param("matter", matter)
                .param("purpose", purpose)
                .param("how", delivery.method().name())
                .param("on", startOf(delivery.on()))
                .param("by", CurrentActor.get().label())
                .param("now", SqlTime.now(clock))
                .param("ids", records.stream().map(each -> Ids.next()).toArray(UUID[]::new))
                .param("records", records.toArray(UUID[]::new))
                .update();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<UUID> undoDelivered(String matter, Collection<UUID> records) {
        Set<UUID> undone = new HashSet<>(db.sql("DELETE FROM platform.mail_message " + LAST_DELIVERED + """
                           AND state_before IS NULL AND recipient = ''
                        RETURNING record_id""")
                .param("matter", matter)
                .param("records", records.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
        List<UUID> others =
                records.stream().filter(each -> !undone.contains(each)).toList();
        undone.addAll(restore(matter, others));
        return undone;
    }

    /** A letter in flight may have arrived; one whose recipient was erased cannot leave any more. */
    private List<UUID> restore(String matter, Collection<UUID> records) {
        return db.sql("""
                        UPDATE platform.mail_message
                           SET state = CASE WHEN state_before = 'SENDING' AND cut_off THEN 'FAILED'
                                            WHEN state_before = 'SENDING' THEN 'PERHAPS_SENT'
                                            WHEN state_before IS NULL OR state_before = 'QUEUED' AND recipient = ''
                                            THEN 'WITHHELD'
                                            ELSE state_before END,
                               problem = CASE WHEN state_before = 'QUEUED' AND recipient = '' THEN :forgotten
                                              ELSE problem_before END,
                               cut_off = cut_off OR coalesce(state_before = 'SENDING', false),
                               decided_by = CASE WHEN coalesce(state_before, 'WITHHELD') = 'WITHHELD' THEN :by END,
                               decided_at = CASE WHEN coalesce(state_before, 'WITHHELD') = 'WITHHELD'
                                                 THEN CAST(:now AS timestamptz) END,
                               handed = NULL, sent_at = NULL, state_before = NULL, problem_before = NULL, next_at = :now
                        """ + LAST_DELIVERED + " RETURNING record_id")
                .param("forgotten", LetterErasure.FORGOTTEN)
                .param("by", CurrentActor.get().label())
                .param("now", SqlTime.now(clock))
                .param("matter", matter)
                .param("records", records.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int takeBack(String matter, Collection<UUID> records) {
        return withhold(matter, records, TAKEN_BACK, "state IN ('QUEUED', 'PERHAPS_SENT')");
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int replace(String matter, Collection<UUID> records) {
        return withhold(
                matter, records, REPLACED, "(state IN ('QUEUED', 'PERHAPS_SENT') OR state = 'FAILED' AND NOT cut_off)");
    }

    private int withhold(String matter, Collection<UUID> records, String reason, String which) {
        return db.sql("""
                        UPDATE platform.mail_message
                           SET state = CASE WHEN cut_off THEN 'FAILED' ELSE 'WITHHELD' END,
                               problem = CASE WHEN cut_off THEN :again ELSE :reason END,
                               decided_by = :by, decided_at = :now, next_at = :now
                         WHERE matter = :matter AND record_id = ANY (:records) AND %s""".formatted(which))
                .param("again", NOT_AGAIN)
                .param("reason", reason)
                .param("by", CurrentActor.get().label())
                .param("now", SqlTime.now(clock))
                .param("matter", matter)
                .param("records", records.toArray(UUID[]::new))
                .update();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void withholdUntrue(Collection<UUID> subjects) {
        letterSender.withholdUntrue(subjects);
    }

    private OffsetDateTime startOf(LocalDate day) {
        return day.atStartOfDay(settings.current().zone()).toOffsetDateTime();
    }
}
