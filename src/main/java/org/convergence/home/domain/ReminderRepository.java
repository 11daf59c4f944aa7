package org.convergence.home.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.convergence.home.HomePermissions;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.RecordReminders;
import org.convergence.platform.mail.RecordReminders.PersonReminder;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Persistence of reminders, and their trace on the page of a record. */
@Component
class ReminderRepository implements RecordReminders.Finder {

    /** The matter of the letters, whose record is the reminder; also their purpose. */
    static final String MATTER = "home_reminder";

    private static final int SHOWN = 10;

    /** Whether reminder {@code r} was taken back before it left. */
    private static final String TAKEN_BACK = """
            EXISTS (SELECT FROM platform.mail_letter_status s
                    WHERE s.matter = 'home_reminder' AND s.record_id = r.id
                      AND s.state = 'WITHHELD' AND s.decided_by IS NOT NULL)
            """;

    /** Whether reminder {@code r} is of today or still waits. */
    private static final String CURRENT = """
            (r.day = :day OR EXISTS (SELECT FROM platform.mail_letter_status s
                                     WHERE s.matter = 'home_reminder' AND s.record_id = r.id AND s.queued))
            AND NOT\s""" + TAKEN_BACK;

    private final LetterStatusService letters;
    private final OrganisationSettings settings;
    private final Clock clock;
    private final JdbcClient db;

    ReminderRepository(LetterStatusService letters, OrganisationSettings settings, Clock clock, JdbcClient db) {
        this.letters = letters;
        this.settings = settings;
        this.clock = clock;
        this.db = db;
    }

    private record ReminderRow(
            UUID id, String name, @Nullable String asker, Instant askedAt) {}

    /** Stores a reminder of today, once a day; replaces one that was taken back. Returns whether it did. */
    boolean save(UUID id, UUID account, String key) {
        return db.sql("""
                        INSERT INTO home.reminder AS r (id, account, subject, day, asked_by, asked_at)
                        VALUES (:id, :account, :key, :day, :by, :now)
                        ON CONFLICT (account, subject, day) DO UPDATE
                           SET id = excluded.id, asked_by = excluded.asked_by, asked_at = excluded.asked_at
                         WHERE\s""" + TAKEN_BACK)
                        .param("id", id)
                        .param("account", account)
                        .param("key", key)
                        .param("day", settings.today())
                        .param("by", CurrentActor.get().id())
                        .param("now", SqlTime.now(clock))
                        .update()
                == 1;
    }

    /** Whether a reminder waits, or is of today. */
    boolean isReminded(UUID account, String key) {
        return db.sql("SELECT EXISTS (SELECT FROM home.reminder r WHERE account = :account AND subject = :key AND "
                        + CURRENT + ")")
                .param("account", account)
                .param("key", key)
                .param("day", settings.today())
                .query(Boolean.class)
                .single();
    }

    /**
     * The reminders of these rows that wait, or are of today, so that no other can be sent now.
     *
     * @return by the key of the row
     */
    Map<String, LetterStatus> findCurrent(Collection<String> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        Map<UUID, String> rows = new HashMap<>();
        db.sql("SELECT id, subject FROM home.reminder r WHERE subject = ANY (:keys) AND " + CURRENT)
                .param("keys", keys.toArray(String[]::new))
                .param("day", settings.today())
                .query(row -> {
                    rows.put(row.getObject("id", UUID.class), row.getString("subject"));
                });
        Map<String, LetterStatus> current = new HashMap<>();
        letters.findByRecords(MATTER, rows.keySet())
                .forEach((id, status) -> current.put(Objects.requireNonNull(rows.get(id)), status));
        return current;
    }

    /**
     * A reminder that was asked for.
     *
     * @param subject the key of its row
     */
    record AskedReminder(UUID account, String subject, UUID asker) {}

    Optional<AskedReminder> findById(UUID id) {
        return db.sql("""
                        SELECT account, subject, asked_by AS asker FROM home.reminder
                         WHERE id = ? AND asked_by IS NOT NULL""").param(id).query(RecordMapper.of(AskedReminder.class)).optional();
    }

    List<UUID> findIds(String key) {
        return db.sql("SELECT id FROM home.reminder WHERE subject = ?")
                .param(key)
                .query(UUID.class)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public RecordReminders find(String key, String url) {
        List<ReminderRow> rows = db.sql("""
                        SELECT r.id, a.name, b.name AS asker, r.asked_at
                        FROM home.reminder r
                        JOIN identity.account_contact a ON a.id = r.account LEFT JOIN identity.account_contact b ON b.id = r.asked_by
                        WHERE r.subject = :key ORDER BY r.asked_at DESC, r.id DESC LIMIT :shown""")
                .param("key", key)
                .param("shown", SHOWN)
                .query(RecordMapper.of(ReminderRow.class))
                .list();
        Map<UUID, LetterStatus> states =
                letters.findByRecords(MATTER, rows.stream().map(ReminderRow::id).toList());
        boolean waits = states.values().stream().anyMatch(LetterStatus::queued);
        return new RecordReminders(
                rows.stream()
                        .map(row -> new PersonReminder(row.name(), row.asker(), row.askedAt(), states.get(row.id())))
                        .toList(),
                waits && CurrentActor.get().may(HomePermissions.CARRY) ? ReminderService.takeBackUrl(key, url) : null);
    }
}
