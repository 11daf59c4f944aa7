package org.convergence.education.internship.web;

import java.util.List;
import java.util.Optional;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.representative.RepresentativeSection;
import org.convergence.education.internship.domain.InternshipCall;
import org.convergence.education.internship.domain.InternshipFile;
import org.convergence.education.internship.domain.InternshipHostService;
import org.convergence.education.internship.domain.InternshipHostService.SentIntern;
import org.convergence.platform.text.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The interns that a union sends, on the page that it opens by its link: days, release, return activities. */
@Component
@Order(13)
record SentInternSection(InternshipHostService interns) implements RepresentativeSection {

    @Override
    public Optional<LinkPageSection> show(OrganisationId organisation, Words t) {
        List<LinkPageLine> lines = interns.findBySendingUnion(organisation).stream()
                .map(each -> new LinkPageLine(
                        each.file().name() + " · " + each.call().title(t), detail(each, t), null))
                .toList();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new LinkPageSection(t.say("public.internship.sent.section"), lines));
    }

    private static String detail(SentIntern intern, Words t) {
        InternshipFile file = intern.file();
        InternshipCall call = intern.call();
        String days = t.capital(t.period(intern.stay().startsOn(), intern.stay().endsOn()));
        String standing = t.say(
                "public.internship.sent.detail",
                file.release() == null ? "NONE" : file.release().state().name(),
                file.held(),
                call.returnActivities(),
                call.returnBy());
        return days + " · " + standing;
    }
}
