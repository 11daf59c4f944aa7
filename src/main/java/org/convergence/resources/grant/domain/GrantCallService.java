package org.convergence.resources.grant.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.OptimisticLock;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.grant.GrantCallId;
import org.convergence.resources.grant.GrantPermissions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records calls, estimates what they bring, decides, and proposes last year's calls again. */
@Service
@Transactional
@Requires(GrantPermissions.EDIT)
public class GrantCallService {

    private final GrantCallRepository repository;
    private final PeopleDirectory people;
    private final OrganisationSettings settings;
    private final JdbcClient db;

    GrantCallService(
            GrantCallRepository repository, PeopleDirectory people, OrganisationSettings settings, JdbcClient db) {
        this.repository = repository;
        this.people = people;
        this.settings = settings;
        this.db = db;
    }

    /** @throws NotFound if there is no such call */
    @Transactional(readOnly = true)
    @Requires(GrantPermissions.READ)
    public GrantCall findById(GrantCallId id) {
        return repository.findById(id.value()).orElseThrow(() -> new NotFound("grant-call"));
    }

    /**
     * Records a call.
     *
     * @param newFunder the name of a funder, created in the directory if it is unknown; {@code null} for that of the facts
     */
    @Transactional(label = "grant.record-call")
    public GrantCallId create(GrantCallFacts facts, @Nullable String newFunder) {
        return repository.save(GrantCall.create(complete(facts, newFunder))).typedId();
    }

    /** Replaces what is known of a call; {@code newFunder} as in {@link #create}. */
    @Transactional(label = "grant.correct-call")
    public void update(GrantCallId id, int version, GrantCallFacts facts, @Nullable String newFunder) {
        GrantCallFacts whole = complete(facts, newFunder);
        change(id, version, call -> call.withFacts(whole));
    }

    /** Sets the estimate of what the grant brings and costs. */
    @Transactional(label = "grant.estimate")
    public void estimate(GrantCallId id, int version, GrantEstimate estimate) {
        change(id, version, call -> call.withEstimate(estimate));
    }

    /**
     * Decides to apply or not; a later decision replaces an earlier one.
     *
     * @throws Refused if the day is in the future
     */
    @Transactional(label = "grant.decide")
    @Requires(GrantPermissions.DECIDE)
    public void decide(GrantCallId id, int version, GoDecision decision) {
        if (decision.decidedOn().isAfter(settings.today())) {
            throw new Refused("grant.refused.future");
        }
        change(id, version, call -> call.withDecision(decision));
    }

    /**
     * Proposes again each yearly call whose proposal day has come; returns their number. A call is proposed once, also
     * by two nodes at the same time.
     */
    @Transactional(label = "grant.propose-again")
    public int proposeNextYear() {
        LocalDate today = settings.today();
        List<UUID> yearly = db.sql("""
                        SELECT c.id FROM resources.grant_call c
                        WHERE c.weeks_ahead IS NOT NULL AND c.closes_on <= :today
                          AND NOT EXISTS (SELECT FROM resources.grant_call n WHERE n.renews = c.id)
                        ORDER BY c.id FOR UPDATE SKIP LOCKED
                        """).param("today", today).query(UUID.class).list();
        int proposed = 0;
        for (GrantCall call : repository.findAllById(yearly)) {
            LocalDate closing = call.facts().closesOn();
            Integer weeks = call.facts().weeksAhead();
            if (closing != null
                    && weeks != null
                    && !GrantCallPolicy.proposalDay(closing, weeks).isAfter(today)) {
                repository.save(call.inYears(GrantCallPolicy.yearsToNext(closing, today)));
                proposed++;
            }
        }
        return proposed;
    }

    private GrantCallFacts complete(GrantCallFacts facts, @Nullable String newFunder) {
        if (facts.door() == GrantDoor.WINDOW && facts.closesOn() == null) {
            throw new Refused("grant.refused.window");
        }
        if (facts.door() != GrantDoor.WINDOW && facts.weeksAhead() != null) {
            throw new Refused("grant.refused.yearly");
        }
        return newFunder == null ? facts : facts.withFunder(people.findOrCreateOrganisation(newFunder));
    }

    private void change(GrantCallId id, int version, UnaryOperator<GrantCall> change) {
        GrantCall before = findById(id);
        OptimisticLock.requireSameVersion(GrantCall.TABLE, before.id(), version, before.version());
        GrantCall now = change.apply(before);
        if (!now.equals(before)) {
            OptimisticLock.save(repository, now, GrantCall.TABLE, before.id(), before.version());
        }
    }
}
