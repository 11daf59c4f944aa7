package org.convergence.resources.subsidy.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationSource;
import org.convergence.plan.realisation.WorkRecorder;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.OptimisticLock;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.subsidy.HourClaims;
import org.convergence.resources.subsidy.HourClaims.ClaimedHours;
import org.convergence.resources.subsidy.SubsidyPermissions;
import org.convergence.resources.subsidy.domain.Subsidy.SubsidyId;
import org.convergence.resources.subsidy.domain.Subsidy.SubsidyState;
import org.convergence.resources.subsidy.domain.SubsidyClaim.SubsidyClaimId;
import org.convergence.resources.subsidy.domain.SubsidyClaim.SubsidyClaimState;
import org.convergence.resources.subsidy.domain.WageClaimPolicy.ClaimedEntry;
import org.convergence.resources.subsidy.domain.WageClaimPolicy.ComputedClaim;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Prepares, sends and settles claims. A prepared claim holds its hours: no other wage subsidy can claim them. */
@Service
@Transactional
@Requires(SubsidyPermissions.MANAGE)
public class SubsidyClaimService {

    private final SubsidyClaimRepository repository;
    private final SubsidyClaimQueries queries;
    private final SubsidyProgrammeService programmes;
    private final ClaimProofService proofs;
    private final HourClaims hourClaims;
    private final WorkRecorder work;
    private final OrganisationSettings settings;
    private final JdbcClient db;

    SubsidyClaimService(
            SubsidyClaimRepository repository,
            SubsidyClaimQueries queries,
            SubsidyProgrammeService programmes,
            ClaimProofService proofs,
            HourClaims hourClaims,
            WorkRecorder work,
            OrganisationSettings settings,
            JdbcClient db) {
        this.repository = repository;
        this.queries = queries;
        this.programmes = programmes;
        this.proofs = proofs;
        this.hourClaims = hourClaims;
        this.work = work;
        this.settings = settings;
        this.db = db;
    }

    /**
     * Prepares the claim of a period, with the documents that the programme asks for.
     *
     * @throws Refused if the file is not approved, nothing can be claimed, or the hours cost less than is claimed
     */
    public SubsidyClaimId prepare(SubsidyId id, LocalDate from, LocalDate to, @Nullable LocalDate due) {
        if (to.isBefore(from)) {
            throw new Refused("subsidy.refused.period");
        }
        Subsidy subsidy = queries.findSubsidy(id);
        if (subsidy.state() != SubsidyState.APPROVED) {
            throw new Refused("subsidy.refused.not-approved");
        }
        // The lock of all hour claims comes before the hours are read.
        SubsidyClaim blank = SubsidyClaim.prepare(id, from, to, due);
        hourClaims.release(blank.claimant());
        ComputedClaim now = queries.compute(blank);
        SubsidyClaim claim = repository.save(computed(blank, now));
        saveHours(claim, subsidy, now);
        List<String> labels = programmes.findById(subsidy.programme()).proofLines();
        for (int i = 0; i < labels.size(); i++) {
            db.sql("INSERT INTO resources.subsidy_claim_proof (claim, position, label) VALUES (?, ?, ?)")
                    .params(claim.id(), i + 1, labels.get(i))
                    .update();
        }
        return claim.typedId();
    }

    /** Computes a prepared claim again from the hours approved now. */
    public void recompute(SubsidyClaimId id, int version) {
        SubsidyClaim before = find(id, version, SubsidyClaimState.PREPARED);
        hourClaims.release(before.claimant());
        ComputedClaim now = queries.compute(before);
        save(computed(before, now));
        saveHours(before, queries.findSubsidy(before.subsidy()), now);
    }

    /**
     * Records that a claim was sent.
     *
     * @throws Refused if its hours changed since it was computed, or the day comes before its last hours
     */
    public void send(SubsidyClaimId id, int version, LocalDate day, @Nullable String confirmation) {
        SubsidyClaim before = find(id, version, SubsidyClaimState.PREPARED);
        requirePast(day);
        LocalDate last = queries.findLastDay(before);
        if (day.isBefore(last)) {
            throw new Refused("subsidy.refused.before-hours", last);
        }
        if (hasChanged(before)) {
            throw new Refused("subsidy.refused.changed");
        }
        save(before.sent(day, confirmation));
        work.record(
                source(before),
                RealisationKind.REPORT,
                day,
                "subsidy.realisation",
                programmes
                        .findById(queries.findSubsidy(before.subsidy()).programme())
                        .name());
    }

    private static RealisationSource source(SubsidyClaim claim) {
        String id = claim.id().toString();
        return new RealisationSource("resources.subsidy", "claim", id, "/resources/subsidy/claim/" + id);
    }

    /** Records the payment, which may be less than was claimed. */
    public void pay(SubsidyClaimId id, int version, LocalDate day, BigDecimal amount) {
        decide(id, version, day, before -> before.paid(day, amount));
    }

    /** Records the refusal, and releases the hours. */
    public void refuse(SubsidyClaimId id, int version, LocalDate day, String reason) {
        SubsidyClaim before = decide(id, version, day, claim -> claim.refused(day, reason));
        hourClaims.release(before.claimant());
    }

    /** Takes back that a claim was sent, or paid. */
    public void takeBack(SubsidyClaimId id) {
        SubsidyClaim before = queries.findById(id);
        switch (before.state()) {
            case SENT -> {
                save(before.prepared());
                work.withdraw(source(before));
            }
            case PAID -> save(before.sent(requireSentOn(before), before.confirmation()));
            default -> throw new Refused("subsidy.refused.state");
        }
    }

    /** Deletes a prepared claim, and releases its hours. */
    public void delete(SubsidyClaimId id) {
        SubsidyClaim before = queries.findById(id);
        require(before, SubsidyClaimState.PREPARED);
        hourClaims.release(before.claimant());
        proofs.deleteAll(id);
        db.sql("DELETE FROM resources.subsidy_claim_day WHERE claim = ?")
                .param(before.id())
                .update();
        repository.delete(before);
    }

    /** Whether the hours approved now would give another claim; a claim no longer prepared is not compared. */
    @Transactional(readOnly = true)
    public boolean hasChanged(SubsidyClaim claim) {
        if (claim.state() != SubsidyClaimState.PREPARED) {
            return false;
        }
        ComputedClaim now = queries.compute(claim);
        return now.hours().compareTo(claim.hours()) != 0 || now.amount().compareTo(claim.amount()) != 0;
    }

    private SubsidyClaim decide(SubsidyClaimId id, int version, LocalDate day, UnaryOperator<SubsidyClaim> decision) {
        SubsidyClaim before = find(id, version, SubsidyClaimState.SENT);
        requirePast(day);
        if (day.isBefore(requireSentOn(before))) {
            throw new Refused("subsidy.refused.before-sent");
        }
        save(decision.apply(before));
        return before;
    }

    private static LocalDate requireSentOn(SubsidyClaim claim) {
        LocalDate sent = claim.sentOn();
        if (sent == null) {
            throw new Refused("subsidy.refused.state");
        }
        return sent;
    }

    private void requirePast(LocalDate day) {
        if (day.isAfter(settings.today())) {
            throw new Refused("subsidy.refused.future");
        }
    }

    private static SubsidyClaim computed(SubsidyClaim claim, ComputedClaim now) {
        if (now.entries().isEmpty()) {
            throw new Refused("subsidy.refused.no-hours");
        }
        return claim.computed(now.hours(), now.amount());
    }

    /** Stores the days of a claim, and its claims on hours. */
    private void saveHours(SubsidyClaim claim, Subsidy subsidy, ComputedClaim now) {
        db.sql("DELETE FROM resources.subsidy_claim_day WHERE claim = ?")
                .param(claim.id())
                .update();
        Map<LocalDate, List<ClaimedEntry>> days = now.entries().stream()
                .collect(Collectors.groupingBy(ClaimedEntry::day, TreeMap::new, Collectors.toList()));
        days.forEach((day, entries) -> db.sql("""
                        INSERT INTO resources.subsidy_claim_day (claim, day, hours, rate, amount)
                        VALUES (:claim, :day, :hours, :rate, :amount)
                        """)
                .param("claim", claim.id())
                .param("day", day)
                .param("hours", entries.stream().map(ClaimedEntry::hours).reduce(BigDecimal.ZERO, BigDecimal::add))
                .param("rate", entries.get(0).rate())
                .param("amount", entries.stream().map(ClaimedEntry::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                .update());
        BigDecimal cost = subsidy.approved().hourlyCost();
        hourClaims.replace(
                claim.claimant(),
                subsidy.terms().complement(),
                now.entries().stream()
                        .map(each ->
                                new ClaimedHours(each.entry(), each.worked().multiply(cost), each.amount()))
                        .toList());
    }

    private SubsidyClaim find(SubsidyClaimId id, int version, SubsidyClaimState state) {
        SubsidyClaim claim = queries.findById(id);
        OptimisticLock.requireSameVersion(SubsidyClaim.TABLE, id.value(), version, claim.version());
        require(claim, state);
        return claim;
    }

    private static void require(SubsidyClaim claim, SubsidyClaimState state) {
        if (claim.state() != state) {
            throw new Refused("subsidy.refused.state");
        }
    }

    private void save(SubsidyClaim claim) {
        OptimisticLock.save(repository, claim, SubsidyClaim.TABLE, claim.id(), claim.version());
    }
}
