package org.convergence.education.internship.web;

import org.convergence.education.internship.InternshipFileId;
import org.convergence.education.internship.InternshipPermissions;
import org.convergence.education.internship.domain.CohortService;
import org.convergence.education.internship.domain.ReleaseLetterSender;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.MailingConfirmation;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The letter that asks the union of an intern for the release, and the record of that union. */
@Controller
@RequestMapping("/education/internship/files/{id}")
@Requires(InternshipPermissions.EDIT)
record InternReleaseController(
        CohortService cohorts, ReleaseLetterSender letters, InternshipForm forms, LetterStatusService statuses) {

    /** The letter that asks the union, before it leaves. */
    @GetMapping("/release/letter")
    ModelAndView previewRelease(@PathVariable InternshipFileId id, Words t) {
        try {
            var preview = letters.preview(id);
            return new MailingConfirmation(
                            t.say("internship.release.letter"),
                            cohorts.findIntern(id).file().name(),
                            InternshipPage.url(id),
                            t.say("internship.release.letter.lead"),
                            preview,
                            InternshipPage.url(id) + "/release/letter",
                            true)
                    .view();
        } catch (Refused refused) {
            return SeeOther.to(InternshipPage.url(id) + "#release").withWarning(refused.messageKey());
        }
    }

    @PostMapping("/release/letter")
    ModelAndView askRelease(@PathVariable InternshipFileId id, Form form) {
        if (!letters.preview(id).mark().equals(form.value("confirmed"))) {
            return SeeOther.to(InternshipPage.url(id) + "/release/letter").withWarning("mail.refused.changed");
        }
        letters.ask(id);
        return statuses.notePosted(SeeOther.to(InternshipPage.url(id) + "#release"));
    }

    @PostMapping("/union")
    ModelAndView linkUnion(@PathVariable InternshipFileId id, Form form) {
        return form.submit(
                forms::readUnion,
                union -> {
                    cohorts.setUnion(id, union.orElse(null));
                    return SeeOther.to(InternshipPage.url(id) + "#release").withNotice("internship.saved");
                },
                () -> SeeOther.to(InternshipPage.url(id) + "#release").withWarning("internship.refused.newcomer"));
    }
}
