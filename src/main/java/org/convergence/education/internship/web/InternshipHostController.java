package org.convergence.education.internship.web;

import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PartyChooser;
import org.convergence.education.internship.InternshipCallId;
import org.convergence.education.internship.InternshipPermissions;
import org.convergence.education.internship.domain.InternshipHostService;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The host of a cohort, named on the page of its call. */
@Controller
@RequestMapping("/education/internship/{id}/host")
@Requires(InternshipPermissions.EDIT)
record InternshipHostController(InternshipHostService hosts, PartyChooser chooser) {

    private record HostInput(
            int version,
            @Nullable OrganisationId host,
            @Nullable String contact) {}

    @PostMapping
    ModelAndView setHost(@PathVariable InternshipCallId id, Form form) {
        SeeOther back = SeeOther.to(InternshipPage.url(id) + "#host");
        return form.submit(
                answers -> new HostInput(
                        answers.version(),
                        chooser.knownOrganisation(answers.form(), HostPartAssembler.HOST),
                        answers.find(InternshipForm.HOST_CONTACT)),
                input -> {
                    hosts.setHost(id, input.version(), input.host(), input.contact());
                    return back.withNotice("internship.saved");
                },
                () -> back.withWarning("internship.refused.newcomer"));
    }
}
