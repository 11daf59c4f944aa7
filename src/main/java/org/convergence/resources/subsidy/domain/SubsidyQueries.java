package org.convergence.resources.subsidy.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.ListExportLog;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.resources.subsidy.SubsidyPermissions;
import org.convergence.resources.subsidy.domain.EmptyWeekPolicy.SubsidisedPeriod;
import org.convergence.resources.subsidy.domain.Subsidy.SubsidyId;
import org.convergence.resources.subsidy.domain.Subsidy.SubsidyState;
import org.convergence.resources.subsidy.domain.Subsidy.SubsidyStepKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads files: all with the permission to manage them, else the actor's own and those whose contract names the actor
 * as approver of its weeks.
 */
@Service
@Transactional(readOnly = true)
@Requires(SubsidyPermissions.READ)
public class SubsidyQueries {

    /** The condition on a file {@code s} and its contract {@code c} that the current actor may see it. */
    static final String VISIBLE = "(:all OR s.person = CAST(:me AS uuid) OR c.approver = CAST(:me AS uuid))";

    private static final String ROWS = """
            SELECT s.id, g.name AS programme, s.position, s.state, s.starts_on, s.ends_on, s.person,
                   p.display_name AS person_name, r.display_name AS responsible_name, s.approved_weeks AS weeks,
                   s.approved_hours AS hours, t.prepared, t.claimed, t.paid
            FROM resources.subsidy s
            JOIN resources.subsidy_programme g ON g.id = s.programme
            LEFT JOIN directory.people_person_name p ON p.id = s.person
            LEFT JOIN directory.people_person_name r ON r.id = s.responsible
            LEFT JOIN plan.time_contract_term c ON c.id = s.contract
            CROSS JOIN LATERAL (
                SELECT CAST(coalesce(sum(amount) FILTER (WHERE state = 'PREPARED'), 0) AS numeric(16, 2)) AS prepared,
                       CAST(coalesce(sum(amount) FILTER (WHERE state IN ('SENT', 'PAID')), 0) AS numeric(16, 2)) AS claimed,
                       CAST(coalesce(sum(paid_amount), 0) AS numeric(16, 2)) AS paid
                FROM resources.subsidy_claim WHERE subsidy = s.id) AS t
            WHERE %s AND %s
            ORDER BY s.starts_on DESC, s.id
            """;

    private final JdbcClient db;
    private final ListExportLog exports;

    SubsidyQueries(JdbcClient db, ListExportLog exports) {
        this.db = db;
        this.exports = exports;
    }

    /**
     * A file in a list.
     *
     * @param hours approved a week
     * @param prepared in claims not sent yet
     * @param claimed in claims sent, without the refused ones
     */
    public record SubsidyRow(
            SubsidyId id,
            String programme,
            String position,
            SubsidyState state,
            LocalDate startsOn,
            LocalDate endsOn,
            @Nullable PersonId person,
            @Nullable String personName,
            @Nullable String responsibleName,
            int weeks,
            BigDecimal hours,
            BigDecimal prepared,
            BigDecimal claimed,
            BigDecimal paid) {}

    /** A step with its days; {@code null} where it has none. */
    public record SubsidyStepRow(
            SubsidyStepKind kind,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate doneOn) {}

    /**
     * What is open when a file ends.
     *
     * @param steps with a day, and not done
     */
    public record SubsidyGaps(int unsent, int unanswered, int steps) {

        /** Message keys and how often, for the state in which the file ends: a refused file has no further step. */
        public Map<String, Integer> lacks(SubsidyState state) {
            Map<String, Integer> lacks = new LinkedHashMap<>();
            if (!state.isOver()) {
                return lacks;
            }
            lacks.put("subsidy.lack.unsent", unsent);
            lacks.put("subsidy.lack.unanswered", unanswered);
            lacks.put("subsidy.lack.steps", state == SubsidyState.CLOSED ? steps : 0);
            lacks.values().removeIf(count -> count == 0);
            return lacks;
        }
    }

    /** A contract that a file can be connected with. */
    public record SubsidyContractRow(
            UUID id, LocalDate startsOn, @Nullable LocalDate endsOn, BigDecimal weeklyHours) {}

    /** The ongoing files, or the others. */
    public List<SubsidyRow> findAll(boolean over) {
        return find("(s.state IN ('ASKED', 'APPROVED')) <> :over", Map.of("over", over));
    }

    /** The same for a file; logs the export (R-L25-15). */
    @Transactional
    public Iterator<SubsidyRow> takeOut(boolean over, String format) {
        List<SubsidyRow> rows = findAll(over);
        exports.record(format, rows.size(), over);
        return rows.iterator();
    }

    /** @throws NotFound if there is no such file, or the actor may not see it */
    public SubsidyRow findById(SubsidyId id) {
        return find("s.id = :id", Map.of("id", id.value())).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("subsidy"));
    }

    private List<SubsidyRow> find(String condition, Map<String, Object> parameters) {
        return db.sql(ROWS.formatted(condition, VISIBLE))
                .params(visible(parameters))
                .query(RecordMapper.of(SubsidyRow.class))
                .list();
    }

    static Map<String, @Nullable Object> visible(Map<String, Object> parameters) {
        Map<String, @Nullable Object> all = new HashMap<>(parameters);
        all.put("all", CurrentActor.get().may(SubsidyPermissions.MANAGE));
        all.put("me", CurrentActor.get().personId());
        return all;
    }

    /** The steps of a visible file that have a day, in their usual order. */
    public List<SubsidyStepRow> findSteps(SubsidyId id) {
        findById(id);
        return db
                .sql("SELECT kind, due_on, done_on FROM resources.subsidy_step WHERE subsidy = ?")
                .param(id.value())
                .query(RecordMapper.of(SubsidyStepRow.class))
                .list()
                .stream()
                .sorted((one, other) -> one.kind().compareTo(other.kind()))
                .toList();
    }

    /** What of a visible file is still open; an answered application was sent. */
    public SubsidyGaps findGaps(SubsidyId id) {
        findById(id);
        return db.sql("""
                        SELECT count(*) FILTER (WHERE state = 'PREPARED') AS unsent,
                               count(*) FILTER (WHERE state = 'SENT') AS unanswered,
                               (SELECT count(*) FROM resources.subsidy_step
                                WHERE subsidy = :id AND done_on IS NULL AND kind <> 'APPLICATION') AS steps
                        FROM resources.subsidy_claim WHERE subsidy = :id
                        """)
                .param("id", id.value())
                .query(RecordMapper.of(SubsidyGaps.class))
                .single();
    }

    /** The contract of a visible file; empty until one is connected. */
    public Optional<SubsidyContractRow> findContract(SubsidyId id) {
        findById(id);
        return db.sql("SELECT c.id, c.starts_on, c.ends_on, c.weekly_hours FROM resources.subsidy s"
                        + " JOIN plan.time_contract_term c ON c.id = s.contract WHERE s.id = ?")
                .param(id.value())
                .query(RecordMapper.of(SubsidyContractRow.class))
                .optional();
    }

    /** The contracts of a person, the latest first. */
    @Requires(SubsidyPermissions.MANAGE)
    public List<SubsidyContractRow> findContracts(PersonId person) {
        return db.sql("SELECT id, starts_on, ends_on, weekly_hours FROM plan.time_contract_term WHERE person = ?"
                        + " ORDER BY starts_on DESC, id")
                .param(person.value())
                .query(RecordMapper.of(SubsidyContractRow.class))
                .list();
    }

    /**
     * The granted periods in which a person works: as long as the contract lasts, and not where nobody is chosen yet.
     * Without names, for everyone who sees the capacity of the team.
     */
    public Collection<SubsidisedPeriod> findWorkedPeriods(LocalDate from, LocalDate to) {
        return db.sql("""
                        SELECT greatest(s.starts_on, c.starts_on), least(s.ends_on, c.ends_on)
                        FROM resources.subsidy s LEFT JOIN plan.time_contract_term c ON c.id = s.contract
                        WHERE s.state IN ('APPROVED', 'CLOSED') AND s.person IS NOT NULL
                          AND s.starts_on <= :to AND s.ends_on >= :from
                        """)
                .param("from", from)
                .param("to", to)
                .query((row, n) ->
                        new SubsidisedPeriod(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class)))
                .list();
    }
}
