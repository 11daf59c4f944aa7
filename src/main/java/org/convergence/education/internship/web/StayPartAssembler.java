package org.convergence.education.internship.web;

import java.util.List;
import org.convergence.education.internship.InternshipPermissions;
import org.convergence.education.internship.domain.CohortStayService;
import org.convergence.education.internship.domain.CohortStayService.StayFacts;
import org.convergence.education.internship.domain.InternshipCall;
import org.convergence.education.internship.web.InternshipPage.StayPart;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.geography.Country;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** Assembles what the page of a call says of the return of its cohort. */
@Component
record StayPartAssembler(CohortStayService stays) {

    StayPart assemble(InternshipCall call, Words t) {
        Form form = CurrentActor.get().may(InternshipPermissions.EDIT)
                ? stays.propose(call).map(StayPartAssembler::form).orElse(null)
                : null;
        return new StayPart(
                form,
                form == null
                        ? List.of()
                        : Country.findAll(t).stream()
                                .map(each -> new Option(each.code(), each.name(t)))
                                .toList(),
                stays.findRecorded(call.id())
                        .map(each -> "/plan/realisation/" + each)
                        .orElse(null));
    }

    private static Form form(StayFacts facts) {
        return Form.named("stay")
                .with(
                        InternshipForm.STAY_COUNTRY,
                        facts.country() == null ? null : facts.country().code())
                .with(InternshipForm.STARTS.name(), facts.stay().startsOn())
                .with(InternshipForm.ENDS.name(), facts.stay().endsOn())
                .with(InternshipForm.INTERNS.name(), facts.people());
    }
}
