package org.convergence.education.workshop.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.education.workshop.WorkshopPermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Weeks in which schools are closed, typed from their calendars; they warn and refuse nothing (R-EDU-4). */
@Service
@Transactional
@Requires(WorkshopPermissions.EDIT)
public class SchoolBreakService {

    /** The longest, in days: a summer. */
    public static final int LONGEST = 120;

    private final JdbcClient db;
    private final OrganisationSettings settings;

    SchoolBreakService(JdbcClient db, OrganisationSettings settings) {
        this.db = db;
        this.settings = settings;
    }

    /** @param name which schools, and why */
    public record SchoolBreak(UUID id, String name, LocalDate fromOn, LocalDate untilOn) {

        /** Whether a day is in it. */
        public boolean contains(LocalDate day) {
            return !day.isBefore(fromOn) && !day.isAfter(untilOn);
        }
    }

    /** Those that are not over, by day. */
    @Transactional(readOnly = true)
    @Requires(WorkshopPermissions.READ)
    public List<SchoolBreak> findAhead() {
        return db.sql("SELECT * FROM education.workshop_break WHERE until_on >= ? ORDER BY from_on, name, id LIMIT 200")
                .param(settings.today())
                .query(RecordMapper.of(SchoolBreak.class))
                .list();
    }

    @Transactional(label = "workshop.break")
    public void add(String name, LocalDate from, LocalDate until) {
        db.sql("INSERT INTO education.workshop_break (id, name, from_on, until_on) VALUES (?, ?, ?, ?)")
                .params(Ids.next(), name, from, until)
                .update();
    }

    @Transactional(label = "workshop.break-removed")
    public void remove(UUID id) {
        db.sql("DELETE FROM education.workshop_break WHERE id = ?").param(id).update();
    }
}
