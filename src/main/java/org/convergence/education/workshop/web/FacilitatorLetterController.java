package org.convergence.education.workshop.web;

import org.convergence.education.workshop.WorkshopPermissions;
import org.convergence.education.workshop.WorkshopSessionId;
import org.convergence.education.workshop.domain.FacilitatorLetterSender;
import org.convergence.education.workshop.domain.WorkshopSessionQueries;
import org.convergence.platform.access.Requires;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.MailingConfirmation;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The letters to the facilitators of a session, shown before they leave; those told otherwise are noted. */
@Controller
@RequestMapping("/education/workshop/sessions/{id}/facilitators")
@Requires(WorkshopPermissions.EDIT)
record FacilitatorLetterController(
        FacilitatorLetterSender letters, WorkshopSessionQueries sessions, LetterStatusService statuses) {

    /** The page after a change of a session: the letters to its facilitators, or another page if they know what is so. */
    static String next(WorkshopSessionId id, FacilitatorLetterSender letters, String otherwise) {
        return letters.isUntold(id) ? url(id) + "/letter" : otherwise;
    }

    private static String url(WorkshopSessionId id) {
        return WorkshopPage.url(id) + "/facilitators";
    }

    @GetMapping("/letter")
    ModelAndView preview(@PathVariable WorkshopSessionId id, Words t) {
        MailingPreview preview = letters.preview(id);
        return new MailingConfirmation(
                        t.say("workshop.facilitators.tell"),
                        sessions.findById(id).title(),
                        WorkshopPage.url(id),
                        t.say(
                                preview.letters().isEmpty() && preview.leftOut().isEmpty()
                                        ? "workshop.facilitators.tell.none"
                                        : "workshop.facilitators.tell.lead"),
                        preview,
                        url(id) + "/letter",
                        !preview.letters().isEmpty())
                .view();
    }

    @PostMapping("/letter")
    ModelAndView send(@PathVariable WorkshopSessionId id, Form form) {
        if (!letters.preview(id).mark().equals(form.value("confirmed"))) {
            return SeeOther.to(url(id) + "/letter").withWarning("mail.refused.changed");
        }
        return statuses.notePosted(SeeOther.to(WorkshopPage.url(id)), "workshop.facilitators.queued", letters.send(id));
    }

    @PostMapping("/told")
    ModelAndView markTold(@PathVariable WorkshopSessionId id) {
        letters.markTold(id);
        return SeeOther.to(WorkshopPage.url(id)).withNotice("mail.told.noted").withUndo(url(id) + "/told/undo");
    }

    @PostMapping("/told/undo")
    ModelAndView undoTold(@PathVariable WorkshopSessionId id) {
        letters.undoTold(id);
        return SeeOther.to(WorkshopPage.url(id)).withNotice("mail.told.undone");
    }
}
