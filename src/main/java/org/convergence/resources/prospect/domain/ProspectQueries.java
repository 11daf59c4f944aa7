package org.convergence.resources.prospect.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.exchange.ExchangeChannel;
import org.convergence.directory.exchange.ExchangeId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.prospect.ProspectId;
import org.convergence.resources.prospect.ProspectPermissions;
import org.convergence.resources.prospect.ProspectState;
import org.convergence.resources.prospect.domain.Prospect.ProspectOutcome;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists of prospects, and the exchanges with one. */
@Service
@Transactional(readOnly = true)
@Requires(ProspectPermissions.READ)
public class ProspectQueries {

    /** By follower; then by day of the next step. */
    private static final String ROWS = """
            SELECT p.id, coalesce(o.name, s.display_name) AS name, o.id IS NOT NULL AS is_organisation, p.state,
                   p.next_gesture, p.next_on, p.next_proposed, p.material, p.opened_on, p.outcome_on, p.outcome_reason,
                   p.follower, f.display_name AS follower_name
            FROM resources.prospect p
            LEFT JOIN directory.people_organisation_name o ON o.id = p.organisation
            LEFT JOIN directory.people_person_name s ON s.id = p.person
            LEFT JOIN directory.people_person_name f ON f.id = p.follower
            WHERE %s
            ORDER BY f.sort_name COLLATE "fr-CA-x-icu" NULLS FIRST, f.id, p.next_on NULLS LAST,
                     coalesce(o.name, s.sort_name) COLLATE "fr-CA-x-icu", p.id
            """;

    private final OrganisationSettings settings;
    private final JdbcClient db;

    ProspectQueries(OrganisationSettings settings, JdbcClient db) {
        this.settings = settings;
        this.db = db;
    }

    /** A prospect in a list. */
    public record ProspectRow(
            ProspectId id,
            String name,
            boolean isOrganisation,
            ProspectState state,
            @Nullable NextStep next,
            @Nullable String material,
            LocalDate openedOn,
            @Nullable ProspectOutcome outcome,
            @Nullable PersonId follower,
            @Nullable String followerName) {}

    /** An exchange with a prospect. */
    public record ProspectExchangeRow(ExchangeId id, LocalDate day, ExchangeChannel channel, String subject) {}

    /** The ongoing prospects, or the closed ones. */
    public List<ProspectRow> findAll(boolean closed) {
        return find("(p.state IN ('OPEN', 'LATER')) <> :closed", Map.of("closed", closed));
    }

    /** The ongoing prospects of a follower. */
    public List<ProspectRow> findByFollower(PersonId follower) {
        return find("p.follower = :follower AND p.state IN ('OPEN', 'LATER')", Map.of("follower", follower.value()));
    }

    /** The ongoing prospects that the actor follows; empty for an account without a person of the directory. */
    @Requires(ProspectPermissions.OWN)
    public List<ProspectRow> findOwn() {
        UUID person = CurrentActor.get().personId();
        return person == null ? List.of() : findByFollower(new PersonId(person));
    }

    /**
     * How many prospects there are.
     *
     * @param late ongoing ones whose next step is over
     * @param admitted since the fiscal year began, as those declined
     */
    public record ProspectTotals(int ongoing, int late, int admitted, int declined) {}

    /** The totals of today. */
    @Requires(ProspectPermissions.TOTALS)
    public ProspectTotals count() {
        LocalDate today = settings.today();
        return db.sql("""
                        SELECT count(*) FILTER (WHERE state IN ('OPEN', 'LATER')) AS ongoing,
                               count(*) FILTER (WHERE state IN ('OPEN', 'LATER') AND next_on < :today
                                                  AND next_proposed IS NULL) AS late,
                               count(*) FILTER (WHERE state = 'ADMITTED' AND outcome_on >= :since) AS admitted,
                               count(*) FILTER (WHERE state = 'DECLINED' AND outcome_on >= :since) AS declined
                        FROM resources.prospect
                        """)
                .param("today", today)
                .param("since", settings.current().fiscalYearOf(today))
                .query(RecordMapper.of(ProspectTotals.class))
                .single();
    }

    private List<ProspectRow> find(String condition, Map<String, Object> parameters) {
        return db.sql(ROWS.formatted(condition))
                .params(parameters)
                .query(RecordMapper.of(ProspectRow.class))
                .list();
    }

    /** The exchanges with a party, the latest first, at most 100. */
    public List<ProspectExchangeRow> findExchanges(Party party) {
        return db.sql("""
                        SELECT id, happened_on AS day, channel, subject FROM directory.exchange_by_party
                        WHERE party = :id ORDER BY happened_on DESC, id DESC LIMIT 100
                        """)
                .param("id", party.value())
                .query(RecordMapper.of(ProspectExchangeRow.class))
                .list();
    }
}
