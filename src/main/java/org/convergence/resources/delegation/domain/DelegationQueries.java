package org.convergence.resources.delegation.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.resources.delegation.DelegationPermissions;
import org.convergence.resources.delegation.domain.DelegationPolicy.DelegationRight;
import org.convergence.resources.membership.CategoryId;
import org.convergence.resources.membership.MemberAccount;
import org.convergence.resources.membership.MembershipId;
import org.convergence.resources.membership.domain.HeadcountPolicy.EffectiveHeadcount;
import org.convergence.resources.membership.domain.HeadcountService;
import org.convergence.resources.membership.domain.MemberAccountQueries;
import org.convergence.resources.membership.domain.MemberQueries;
import org.convergence.resources.membership.domain.MemberQueries.MemberRow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Delegates and votes of members on a day, in a fixed number of queries. */
@Service
@Transactional(readOnly = true)
@Requires(DelegationPermissions.READ)
public class DelegationQueries {

    /** Headcounts are used even if the reader may not see them: only the result is shown. */
    private static final Actor COUNTING = Actor.system("delegations");

    private final MemberQueries members;
    private final HeadcountService headcounts;
    private final MemberAccountQueries memberAccounts;
    private final BylawService bylaws;
    private final SuspensionService suspensions;

    DelegationQueries(
            MemberQueries members,
            HeadcountService headcounts,
            MemberAccountQueries memberAccounts,
            BylawService bylaws,
            SuspensionService suspensions) {
        this.members = members;
        this.headcounts = headcounts;
        this.memberAccounts = memberAccounts;
        this.bylaws = bylaws;
        this.suspensions = suspensions;
    }

    /**
     * A member's delegation.
     *
     * @param bylaw the table in force for its category; {@code null} for none
     * @param used its headcount, {@code null} if unknown; shown only with the permission to see headcounts
     * @param account {@code null} if there is none, or without the permission
     * @param suspension the active one; {@code null} for none
     */
    public record Delegation(
            MemberRow member,
            DelegationRight right,
            @Nullable Bylaw bylaw,
            @Nullable EffectiveHeadcount used,
            @Nullable MemberAccount account,
            @Nullable Suspension suspension) {}

    /** All delegations of a day, by name. An assembly has some hundred members: they are all read. */
    public List<Delegation> findAll(LocalDate on) {
        return of(members.findAll(MemberQueries.MemberFilter.all(on)), on, on);
    }

    /**
     * As {@link #findAll(LocalDate)}, with the headcount and the table of the day of the notice to each member (R-DELEG-1).
     * Members and suspensions are those of {@code on}.
     */
    public List<Delegation> findAll(LocalDate on, Function<Party, LocalDate> noticeDays) {
        List<MemberRow> all = members.findAll(MemberQueries.MemberFilter.all(on));
        Map<LocalDate, List<MemberRow>> byDay =
                all.stream().collect(Collectors.groupingBy(each -> noticeDays.apply(each.member())));
        Map<MembershipId, Delegation> found = new HashMap<>();
        byDay.forEach((day, rows) ->
                of(rows, on, day).forEach(each -> found.put(each.member().id(), each)));
        return all.stream()
                .map(each -> Objects.requireNonNull(found.get(each.id())))
                .toList();
    }

    /** The delegation of one member; empty if it is not a member on that day. */
    public Optional<Delegation> findByMember(Party member, LocalDate on) {
        return of(members.findByMember(member, on).stream().toList(), on, on).stream()
                .findFirst();
    }

    private List<Delegation> of(List<MemberRow> lines, LocalDate on, LocalDate notice) {
        List<Party> parties = lines.stream().map(MemberRow::member).toList();
        Map<OrganisationId, EffectiveHeadcount> used = findHeadcounts(notice, parties);
        Map<Party, MemberAccount> accounts = memberAccounts.findAccounts(on, parties);
        Map<CategoryId, Bylaw> inForce = bylaws.findInForce(notice);
        Map<MembershipId, Suspension> suspended = suspensions.findActive(on);
        List<Delegation> delegations = new ArrayList<>();
        for (MemberRow line : lines) {
            Bylaw bylaw = inForce.get(line.category());
            EffectiveHeadcount known =
                    line.member() instanceof OrganisationId organisation ? used.get(organisation) : null;
            Suspension suspension = suspended.get(line.id());
            delegations.add(new Delegation(
                    line,
                    DelegationPolicy.evaluate(bylaw == null ? null : bylaw.table(), known, suspension != null),
                    bylaw,
                    known,
                    accounts.get(line.member()),
                    suspension));
        }
        return delegations;
    }

    private Map<OrganisationId, EffectiveHeadcount> findHeadcounts(LocalDate on, List<Party> parties) {
        List<OrganisationId> organisations = parties.stream()
                .filter(OrganisationId.class::isInstance)
                .map(OrganisationId.class::cast)
                .toList();
        return CurrentActor.callAs(COUNTING, () -> headcounts.findEffective(on, organisations));
    }
}
