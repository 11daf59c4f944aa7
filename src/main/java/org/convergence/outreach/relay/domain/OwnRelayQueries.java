package org.convergence.outreach.relay.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.outreach.relay.RelayPermissions;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What directors see of relays: those of their own organisations, and the totals. */
@Service
@Transactional(readOnly = true)
@Requires(RelayPermissions.READ)
public class OwnRelayQueries {

    private static final int MOST = 20;

    private final OrganisationSettings settings;
    private final JdbcClient db;

    OwnRelayQueries(OrganisationSettings settings, JdbcClient db) {
        this.settings = settings;
        this.db = db;
    }

    /**
     * The latest relays of the organisations whose board seats the actor holds. Left out: kits still to publish after their
     * last day, and kits taken back. Empty without such a seat.
     */
    public List<Relay> findOwn() {
        UUID person = CurrentActor.get().personId();
        if (person == null) {
            return List.of();
        }
        LocalDate today = settings.today();
        return db.sql(RelayRepository.RELAYS + """
                        WHERE r.organisation IN (
                              SELECT organisation FROM outreach.assembly_board_seat
                               WHERE person = :director AND since <= :today AND (until IS NULL OR until >= :today))
                          AND (r.state NOT IN ('PROPOSED', 'TAKEN') OR k.publish_before IS NULL OR k.publish_before >= :today)
                          AND k.taken_back_on IS NULL AND %s
                        ORDER BY r.state IN ('PROPOSED', 'TAKEN') DESC, r.changed_at DESC, r.id LIMIT :limit
                        """.formatted(RelayRecallService.RECEIVED))
                .param("director", person)
                .param("today", today)
                .param("limit", MOST)
                .query(RecordMapper.of(Relay.class))
                .list();
    }

    /** What was published since the fiscal year began, and by how many organisations. */
    public record RelayTotals(int relays, int organisations) {}

    /** The totals of the fiscal year. */
    @Requires(RelayPermissions.TOTALS)
    public RelayTotals count() {
        return db.sql("""
                        SELECT count(*) AS relays, count(DISTINCT organisation) AS organisations FROM outreach.relay
                        WHERE state IN ('DECLARED', 'SEEN', 'KEPT') AND declared_on >= ?
                        """)
                .param(settings.current().fiscalYearOf(settings.today()))
                .query(RecordMapper.of(RelayTotals.class))
                .single();
    }
}
