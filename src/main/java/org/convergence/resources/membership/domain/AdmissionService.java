package org.convergence.resources.membership.domain;

import java.time.LocalDate;
import java.util.List;
import org.convergence.directory.people.Decision;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.OptimisticLock;
import org.convergence.platform.database.Refused;
import org.convergence.resources.membership.AdmissionUndone;
import org.convergence.resources.membership.HeadcountStatus;
import org.convergence.resources.membership.MemberAdmitted;
import org.convergence.resources.membership.MemberKind;
import org.convergence.resources.membership.MembershipId;
import org.convergence.resources.membership.MembershipPermissions;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Admits members and ends memberships, by a decision or at the member's wish. Nothing else makes or ends a membership,
 * neither a payment nor a delay (R-MEMBER-1).
 */
@Service
@Transactional
@Requires(MembershipPermissions.ADMIT)
public class AdmissionService {

    private final MembershipRepository memberships;
    private final CategoryService categories;
    private final HeadcountService headcounts;
    private final ApplicationEventPublisher events;

    AdmissionService(
            MembershipRepository memberships,
            CategoryService categories,
            HeadcountService headcounts,
            ApplicationEventPublisher events) {
        this.events = events;
        this.memberships = memberships;
        this.categories = categories;
        this.headcounts = headcounts;
    }

    /**
     * A membership.
     *
     * @param ending {@code null} while it continues
     */
    public record MembershipDetails(
            MembershipId id,
            int version,
            MembershipFacts facts,
            @Nullable MembershipEnding ending) {

        static MembershipDetails of(Membership it) {
            return new MembershipDetails(it.typedId(), it.version(), it.facts(), it.ending());
        }

        /** Whether it includes this day. */
        public boolean isActiveOn(LocalDate day) {
            return !facts.since().isAfter(day)
                    && (ending == null || !ending.until().isBefore(day));
        }
    }

    /** @throws NotFound if there is no such membership */
    @Transactional(readOnly = true)
    @Requires(MembershipPermissions.READ)
    public MembershipDetails findById(MembershipId id) {
        return MembershipDetails.of(load(id));
    }

    /** The memberships of a member, the latest first. */
    @Transactional(readOnly = true)
    @Requires(MembershipPermissions.READ)
    public List<MembershipDetails> findByMember(Party member) {
        List<Membership> all = member instanceof OrganisationId
                ? memberships.findByOrganisationOrderBySinceDesc(member.value())
                : memberships.findByPersonOrderBySinceDesc(member.value());
        return all.stream().map(MembershipDetails::of).toList();
    }

    /**
     * Admits a member.
     *
     * @throws Refused if the member has a membership on some of these days, or does not fit the category: wrong kind,
     *     closed, or too few people (R-GOV-1)
     */
    public MembershipId admit(MembershipFacts facts) {
        requireMatchingCategory(facts);
        requireThreshold(facts);
        MembershipId id = keep(Membership.of(facts), 0).typedId();
        Decision decision = facts.decision();
        events.publishEvent(
                new MemberAdmitted(id.value(), facts.member(), decision == null ? facts.since() : decision.date()));
        return id;
    }

    /**
     * Corrects an admission.
     *
     * @param version shown in the form
     */
    public void correct(MembershipId id, int version, MembershipFacts facts) {
        Membership before = load(id);
        OptimisticLock.requireSameVersion(Membership.TABLE, id.value(), version, before.version());
        requireMatchingCategory(facts);
        if (!before.category().equals(facts.category().value())) {
            requireThreshold(facts);
        }
        if (before.until() != null && before.until().isBefore(facts.since())) {
            throw new Refused("membership.refused.order");
        }
        keep(before.withFacts(facts), version);
    }

    /**
     * Undoes an admission that came in with a list, as if it had not been entered.
     *
     * @param version with which it was entered
     */
    public void undo(MembershipId id, int version) {
        Membership before = load(id);
        OptimisticLock.requireSameVersion(Membership.TABLE, id.value(), version, before.version());
        events.publishEvent(new AdmissionUndone(id.value()));
        memberships.delete(before);
    }

    /** Ends a membership, or corrects its end. */
    public void end(MembershipId id, int version, MembershipEnding ending) {
        Membership before = load(id);
        OptimisticLock.requireSameVersion(Membership.TABLE, id.value(), version, before.version());
        if (ending.until().isBefore(before.since())) {
            throw new Refused("membership.refused.order");
        }
        keep(before.ending(ending), version);
    }

    /**
     * Removes the end of a membership.
     *
     * @param version with which the end was shown
     */
    public void removeEnding(MembershipId id, int version) {
        Membership before = load(id);
        OptimisticLock.requireSameVersion(Membership.TABLE, id.value(), version, before.version());
        keep(before.ending(null), version);
    }

    private void requireMatchingCategory(MembershipFacts facts) {
        Category category = categories.findById(facts.category());
        boolean organisation = facts.member() instanceof OrganisationId;
        if ((category.kind() == MemberKind.ORGANISATION) != organisation) {
            throw new Refused(organisation ? "membership.refused.for-people" : "membership.refused.for-organisations");
        }
        if (!category.isOpenOn(facts.since())) {
            throw new Refused("membership.refused.closed", category.name());
        }
    }

    /** Only declared or confirmed headcounts can exclude a member; an estimate or no headcount does not. */
    private void requireThreshold(MembershipFacts facts) {
        Category category = categories.findById(facts.category());
        if (!(facts.member() instanceof OrganisationId organisation) || category.leastHeadcount() == null) {
            return;
        }
        HeadcountPolicy.EffectiveHeadcount used =
                headcounts.findEffective(facts.since(), List.of(organisation)).get(organisation);
        if (used == null || used.headcount().facts().status() == HeadcountStatus.ESTIMATED) {
            return;
        }
        HeadcountFacts said = used.headcount().facts();
        if (!category.acceptsHeadcount(said.number())) {
            throw new Refused(
                    "membership.refused.too-few",
                    category.name(),
                    category.leastHeadcount(),
                    said.number(),
                    said.countedOn());
        }
    }

    private Membership keep(Membership it, int version) {
        try {
            return OptimisticLock.save(memberships, it, Membership.TABLE, it.id(), version);
        } catch (DataIntegrityViolationException violation) {
            String said = String.valueOf(violation.getMostSpecificCause().getMessage());
            if (said.contains("_is_one")) {
                throw new Refused("membership.refused.twice");
            }
            throw said.contains("_fk\"") ? new NotFound("member") : violation;
        }
    }

    private Membership load(MembershipId id) {
        return memberships.findById(id.value()).orElseThrow(() -> new NotFound("membership"));
    }
}
