package org.convergence.education.internship.web;

import org.convergence.education.internship.InternshipCallId;
import org.convergence.education.internship.InternshipPermissions;
import org.convergence.education.internship.domain.CohortStayService;
import org.convergence.education.internship.domain.CohortStayService.StayFacts;
import org.convergence.education.internship.domain.InternshipCall.InternshipStay;
import org.convergence.platform.access.Requires;
import org.convergence.platform.geography.Country;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The departure of a cohort by a mission, and its return, on the page of its call. */
@Controller
@RequestMapping("/education/internship/{id}")
@Requires(InternshipPermissions.EDIT)
record CohortStayController(CohortStayService stays) {

    @PostMapping("/mission")
    ModelAndView depart(@PathVariable InternshipCallId id, Form form) {
        return form.submit(
                answers -> answers.ids("mission"),
                missions -> {
                    stays.setMission(id, missions.isEmpty() ? null : missions.get(0));
                    return SeeOther.to(InternshipPage.url(id)).withNotice("internship.saved");
                },
                () -> SeeOther.to(InternshipPage.url(id)).withWarning("internship.refused.mission"));
    }

    @PostMapping("/stay")
    ModelAndView recordStay(@PathVariable InternshipCallId id, Form form) {
        return form.submit(
                CohortStayController::read,
                facts -> {
                    stays.record(id, facts);
                    return SeeOther.to(InternshipPage.url(id))
                            .withNotice("internship.stay.recorded")
                            .withUndo(InternshipPage.url(id) + "/stay/undo");
                },
                () -> SeeOther.to(InternshipPage.url(id))
                        .withWarning(
                                form.problems().get(0).key(),
                                form.problems().get(0).arguments().toArray()));
    }

    private static StayFacts read(FormValues answers) {
        Country country =
                Country.findByCode(answers.text(InternshipForm.STAY_COUNTRY, 2)).orElse(null);
        if (country == null && answers.form().problem(InternshipForm.STAY_COUNTRY) == null) {
            answers.reject(InternshipForm.STAY_COUNTRY, "shell.form.choice");
        }
        return new StayFacts(
                country,
                new InternshipStay(answers.get(InternshipForm.STARTS), answers.get(InternshipForm.ENDS)),
                answers.get(InternshipForm.INTERNS));
    }

    @PostMapping("/stay/undo")
    ModelAndView withdrawStay(@PathVariable InternshipCallId id) {
        stays.withdraw(id);
        return SeeOther.to(InternshipPage.url(id)).withNotice("internship.stay.withdrawn");
    }
}
