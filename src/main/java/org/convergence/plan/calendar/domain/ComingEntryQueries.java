package org.convergence.plan.calendar.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.plan.calendar.ComingEntries;
import org.convergence.platform.access.Open;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what is coming in the calendars of the current account. */
@Service
@Transactional(readOnly = true)
@Open("an account reads its own calendars")
class ComingEntryQueries implements ComingEntries {

    private static final int MOST = 60;
    private static final RecordMapper<ComingEntry> ENTRY = RecordMapper.of(ComingEntry.class);

    private final JdbcClient db;
    private final OrganisationSettings settings;

    ComingEntryQueries(JdbcClient db, OrganisationSettings settings) {
        this.db = db;
        this.settings = settings;
    }

    @Override
    public List<ComingEntry> findAll() {
        return find("true", Map.of());
    }

    @Override
    public Optional<ComingEntry> findById(UUID id) {
        return find("e.id = :id", Map.of("id", id)).stream().findFirst();
    }

    @Override
    public Optional<ComingEntry> findByKey(String key) {
        return find("encode(e.key, 'hex') = :key", Map.of("key", key)).stream().findFirst();
    }

    private List<ComingEntry> find(String condition, Map<String, Object> parameters) {
        return db.sql("""
                        SELECT e.id, encode(e.key, 'hex') AS key, e.title, e.place, e.day, e.last_day
                        FROM plan.calendar_entry e
                        WHERE e.owner = :me AND e.last_day >= :today AND NOT e.recurs AND %s ORDER BY e.day, e.id LIMIT %d
                        """.formatted(condition, MOST))
                .params(parameters)
                .param("me", CalendarConnectionService.currentAccount())
                .param("today", settings.today())
                .query(ENTRY)
                .list();
    }
}
