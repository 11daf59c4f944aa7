package org.convergence.resources.subsidy.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.document.DocumentId;
import org.convergence.resources.subsidy.HourClaims;
import org.convergence.resources.subsidy.SubsidyPermissions;
import org.convergence.resources.subsidy.domain.Subsidy.SubsidyId;
import org.convergence.resources.subsidy.domain.SubsidyClaim.SubsidyClaimId;
import org.convergence.resources.subsidy.domain.WageClaimPolicy.ComputedClaim;
import org.convergence.resources.subsidy.domain.WageClaimPolicy.OtherClaims;
import org.convergence.resources.subsidy.domain.WageClaimPolicy.WorkedEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads claims of visible files, and computes them from approved hours. */
@Service
@Transactional(readOnly = true)
@Requires(SubsidyPermissions.READ)
public class SubsidyClaimQueries {

    private final JdbcClient db;
    private final SubsidyRepository subsidies;
    private final SubsidyClaimRepository claims;
    private final SubsidyQueries queries;
    private final SubsidyProgrammeService programmes;

    SubsidyClaimQueries(
            JdbcClient db,
            SubsidyRepository subsidies,
            SubsidyClaimRepository claims,
            SubsidyQueries queries,
            SubsidyProgrammeService programmes) {
        this.db = db;
        this.subsidies = subsidies;
        this.claims = claims;
        this.queries = queries;
        this.programmes = programmes;
    }

    /** Claimed hours of a week at one rate. */
    public record ClaimedWeekRow(LocalDate monday, BigDecimal rate, int days, BigDecimal hours, BigDecimal amount) {}

    /**
     * A document that the funder asks for.
     *
     * @param document its file; {@code null} if it is kept elsewhere
     */
    public record ClaimProofRow(
            int position,
            String label,
            @Nullable LocalDate providedOn,
            @Nullable DocumentId document) {}

    private record WeekHours(LocalDate monday, BigDecimal hours) {}

    /** @throws NotFound if there is no such claim, or the actor may not see its file */
    public SubsidyClaim findById(SubsidyClaimId id) {
        SubsidyClaim claim = claims.findById(id.value()).orElseThrow(() -> new NotFound("claim"));
        queries.findById(claim.subsidy());
        return claim;
    }

    /** The claims of a visible file, the latest first. */
    public List<SubsidyClaim> findBySubsidy(SubsidyId id) {
        queries.findById(id);
        return db.sql("SELECT * FROM resources.subsidy_claim WHERE subsidy = ? ORDER BY period_from DESC, id DESC")
                .param(id.value())
                .query(RecordMapper.of(SubsidyClaim.class))
                .list();
    }

    /** The latest claims of all visible files, the latest first. */
    public List<SubsidyClaim> findAll() {
        UUID[] visible = Stream.of(false, true)
                .flatMap(over -> queries.findAll(over).stream())
                .map(each -> each.id().value())
                .toArray(UUID[]::new);
        return db.sql("SELECT * FROM resources.subsidy_claim WHERE subsidy = ANY (?)"
                        + " ORDER BY period_from DESC, id DESC LIMIT 500")
                .param(visible)
                .query(RecordMapper.of(SubsidyClaim.class))
                .list();
    }

    /** The weeks of a visible claim; a week in which the rate changes has two rows. */
    public List<ClaimedWeekRow> findWeeks(SubsidyClaimId id) {
        findById(id);
        return db.sql("""
                        SELECT CAST(date_trunc('week', day) AS date) AS monday, rate, CAST(count(*) AS integer) AS days,
                               sum(hours) AS hours, sum(amount) AS amount
                        FROM resources.subsidy_claim_day WHERE claim = ? GROUP BY 1, 2 ORDER BY 1, min(day)
                        """)
                .param(id.value())
                .query(RecordMapper.of(ClaimedWeekRow.class))
                .list();
    }

    /** The last day with hours in a claim. */
    LocalDate findLastDay(SubsidyClaim claim) {
        return db.sql("SELECT coalesce(max(day), :from) FROM resources.subsidy_claim_day WHERE claim = :claim")
                .param("from", claim.periodFrom())
                .param("claim", claim.id())
                .query(LocalDate.class)
                .single();
    }

    /** The documents asked for with a visible claim. */
    public List<ClaimProofRow> findProofs(SubsidyClaimId id) {
        findById(id);
        return db.sql("SELECT position, label, provided_on, document FROM resources.subsidy_claim_proof WHERE claim = ?"
                        + " ORDER BY position")
                .param(id.value())
                .query(RecordMapper.of(ClaimProofRow.class))
                .list();
    }

    /** @throws NotFound if the actor may not see the file */
    public Subsidy findSubsidy(SubsidyId id) {
        queries.findById(id);
        return subsidies.findById(id.value()).orElseThrow(() -> new NotFound("subsidy"));
    }

    /** The claim of a period as it would be prepared now. */
    public ComputedClaim compute(SubsidyId id, LocalDate from, LocalDate to) {
        return compute(SubsidyClaim.prepare(id, from, to, null));
    }

    /**
     * A claim computed again from the hours approved now.
     *
     * @throws Refused if the file has no person yet, or is not approved, or the minimum wage of a day is unknown
     */
    public ComputedClaim compute(SubsidyClaim claim) {
        Subsidy subsidy = findSubsidy(claim.subsidy());
        PersonId person = subsidy.person();
        if (person == null) {
            throw new Refused("subsidy.refused.no-person");
        }
        List<WorkedEntry> worked = db.sql("""
                        SELECT e.id AS entry, e.day, e.hours,
                               EXISTS (SELECT FROM resources.subsidy_hour_claim h
                                       WHERE h.entry = e.id AND h.claimant LIKE :subsidies AND h.claimant <> :mine) AS claimed
                        FROM plan.time_approved_entry e
                        WHERE e.person = :person AND NOT e.volunteer
                          AND e.day BETWEEN greatest(:from, CAST(:starts AS date)) AND least(:to, CAST(:ends AS date))
                        ORDER BY e.day, e.id
                        """)
                .param("subsidies", HourClaims.WAGE_SUBSIDY + "%")
                .param("mine", claim.claimant())
                .param("person", person.value())
                .param("from", claim.periodFrom())
                .param("to", claim.periodTo())
                .param("starts", subsidy.startsOn())
                .param("ends", subsidy.endsOn())
                .query(RecordMapper.of(WorkedEntry.class))
                .list();
        return WageClaimPolicy.compute(
                subsidy.terms(), subsidy.approved(), programmes.findMinimumWageSchedule(), worked, otherClaims(claim));
    }

    private OtherClaims otherClaims(SubsidyClaim claim) {
        UUID subsidy = claim.subsidy().value();
        Map<LocalDate, BigDecimal> weeks = new HashMap<>();
        db.sql("""
                        SELECT CAST(date_trunc('week', d.day) AS date) AS monday, sum(d.hours) AS hours
                        FROM resources.subsidy_claim c JOIN resources.subsidy_claim_day d ON d.claim = c.id
                        WHERE c.subsidy = ? AND c.id <> ? AND c.state <> 'REFUSED' GROUP BY 1
                        """)
                .params(subsidy, claim.id())
                .query(RecordMapper.of(WeekHours.class))
                .list()
                .forEach(each -> weeks.put(each.monday(), each.hours()));
        BigDecimal amount = db.sql("SELECT coalesce(sum(amount), 0) FROM resources.subsidy_claim"
                        + " WHERE subsidy = ? AND id <> ? AND state <> 'REFUSED'")
                .params(subsidy, claim.id())
                .query(BigDecimal.class)
                .single();
        return new OtherClaims(weeks, amount);
    }
}
