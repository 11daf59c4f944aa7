package org.convergence.education.workshop.domain;

import java.time.Clock;
import org.convergence.education.workshop.WorkshopPermissions;
import org.convergence.education.workshop.WorkshopSessionId;
import org.convergence.outreach.website.PublishedEntrySource;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Announces sessions that are open to everyone, in the public calendar and in new issues of the newsletter. */
@Service
@Transactional
@Requires(WorkshopPermissions.EDIT)
public class WorkshopAnnouncementService {

    private final OrganisationSettings settings;
    private final JdbcClient db;
    private final Clock clock;

    WorkshopAnnouncementService(OrganisationSettings settings, JdbcClient db, Clock clock) {
        this.settings = settings;
        this.db = db;
        this.clock = clock;
    }

    /** Whether a session is announced. */
    @Transactional(readOnly = true)
    @Requires(WorkshopPermissions.READ)
    public boolean isAnnounced(WorkshopSessionId id) {
        return db.sql("SELECT announced_at IS NOT NULL FROM education.workshop_session WHERE id = ?")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    /**
     * Announces a session.
     *
     * @throws Refused if it is not agreed, or over, or if the public catalogue is without its workshop
     */
    @Transactional(label = "workshop.announce")
    public void announce(WorkshopSessionId id) {
        boolean listed = db.sql("""
                        SELECT EXISTS (SELECT FROM education.workshop_session s JOIN education.workshop w ON w.id = s.workshop
                                       WHERE s.id = ? AND w.published AND w.retired_on IS NULL)
                        """).param(id.value()).query(Boolean.class).single();
        if (!listed) {
            throw new Refused("workshop.refused.unlisted");
        }
        int announced = db.sql("""
                        UPDATE education.workshop_session SET announced_at = :now
                        WHERE id = :id AND state = 'PLANNED' AND day >= :today
                        """)
                .param("now", SqlTime.now(clock))
                .param("today", settings.today())
                .param("id", id.value())
                .update();
        if (announced == 0) {
            throw new Refused("workshop.refused.announce");
        }
    }

    /** Takes {@link #announce} back. */
    @Transactional(label = "workshop.unannounce")
    public void withdraw(WorkshopSessionId id) {
        db.sql("UPDATE education.workshop_session SET announced_at = NULL WHERE id = ?")
                .param(id.value())
                .update();
    }

    /** Announced sessions, for the feeds of the website and the newsletter; one that is cancelled is told as such. */
    @Bean
    static PublishedEntrySource announcedWorkshops() {
        return () -> """
                SELECT 'WORKSHOP', s.id, '/public/workshops', s.announced_at, CAST(NULL AS text), w.title, '', s.day, s.begins,
                       s.place, s.state = 'CANCELLED', s.announced_at, s.version, CAST(NULL AS date)
                FROM education.workshop_session s JOIN education.workshop w ON w.id = s.workshop
                WHERE s.announced_at IS NOT NULL AND s.state IN ('PLANNED', 'HELD', 'CANCELLED')""";
    }
}
