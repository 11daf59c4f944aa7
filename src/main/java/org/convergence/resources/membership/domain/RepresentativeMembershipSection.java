package org.convergence.resources.membership.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.representative.RepresentativeSection;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.convergence.resources.membership.MemberAccount;
import org.convergence.resources.membership.domain.AdmissionService.MembershipDetails;
import org.convergence.resources.membership.domain.StandingPolicy.GoodStanding;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Admitted, in good standing, paid (R-MEMBER-1), on the page an organisation opens by its link. The unpaid amount is
 * shown with the invoices only.
 */
@Component
@Order(10)
record RepresentativeMembershipSection(
        AdmissionService admission, MemberAccountQueries memberAccounts, OrganisationSettings settings)
        implements RepresentativeSection {

    @Override
    public Optional<LinkPageSection> show(OrganisationId organisation, Words t) {
        LocalDate today = settings.today();
        return admission.findByMember(organisation).stream()
                .filter(it -> it.isActiveOn(today))
                .findFirst()
                .map(it -> new LinkPageSection(t.say("public.membership.part"), lines(organisation, it, today, t)));
    }

    private List<LinkPageLine> lines(
            OrganisationId organisation, MembershipDetails admitted, LocalDate today, Words t) {
        List<LinkPageLine> lines = new ArrayList<>();
        lines.add(line(t.say("public.membership.since", admitted.facts().since()), ""));
        MemberAccount account =
                memberAccounts.findAccounts(today, List.of(organisation)).get(organisation);
        if (account != null) {
            GoodStanding standing = StandingPolicy.evaluate(account, today);
            lines.add(line(
                    t.say("public.membership.standing." + standing.name()),
                    standing == GoodStanding.LATE ? t.say("public.membership.no-right-lost") : ""));
            lines.add(line(
                    t.say("public.membership.paid." + (account.owed().isEmpty() ? "all" : "left")),
                    account.paidOn() == null ? "" : t.say("public.membership.paid.on", account.paidOn())));
        }
        return lines;
    }

    private static LinkPageLine line(String label, String detail) {
        return new LinkPageLine(label, detail, null);
    }
}
