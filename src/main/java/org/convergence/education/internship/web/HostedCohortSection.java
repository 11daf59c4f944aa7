package org.convergence.education.internship.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.representative.RepresentativeSection;
import org.convergence.education.internship.domain.InternshipHostService;
import org.convergence.education.internship.domain.InternshipHostService.HostedCohort;
import org.convergence.platform.text.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The interns that an organisation receives, on the page that it opens by its link: who comes, when, our contact. */
@Component
@Order(12)
record HostedCohortSection(InternshipHostService hosts) implements RepresentativeSection {

    @Override
    public Optional<LinkPageSection> show(OrganisationId organisation, Words t) {
        List<LinkPageLine> lines = hosts.findByHost(organisation).stream()
                .map(each -> new LinkPageLine(
                        each.call().title(t) + " · "
                                + t.period(each.stay().startsOn(), each.stay().endsOn()),
                        detail(each, t),
                        null))
                .toList();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new LinkPageSection(t.say("public.internship.host.section"), lines));
    }

    private static String detail(HostedCohort cohort, Words t) {
        List<String> who = new ArrayList<>(cohort.names());
        int others = cohort.interns() - who.size();
        if (others > 0) {
            who.add(t.say(who.isEmpty() ? "public.internship.host.people" : "public.internship.host.others", others));
        }
        return t.say("public.internship.host.detail", t.list(who), cohort.call().contact());
    }
}
