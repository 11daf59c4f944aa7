package org.convergence.education.internship.web;

import java.util.UUID;
import org.convergence.education.internship.InternshipCallId;
import org.convergence.education.internship.InternshipPermissions;
import org.convergence.education.internship.domain.InternshipCallService;
import org.convergence.education.internship.domain.ReaderInvitationService;
import org.convergence.platform.access.Requires;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.MailingConfirmation;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Links for readers without an account: sent after they are shown, and taken back. */
@Controller
@RequestMapping("/education/internship/{id}/readers")
@Requires(InternshipPermissions.EDIT)
record ReaderInvitationController(
        ReaderInvitationService readers, InternshipCallService calls, LetterStatusService statuses) {

    @GetMapping("/letters")
    ModelAndView preview(@PathVariable InternshipCallId id, Words t) {
        var preview = readers.preview(id);
        String url = InternshipPage.url(id);
        return new MailingConfirmation(
                        t.say("internship.reader.send", preview.letters().size()),
                        calls.findById(id).title(t),
                        url,
                        t.say("internship.reader.send.lead"),
                        preview,
                        url + "/readers/letters",
                        !preview.letters().isEmpty())
                .view();
    }

    @PostMapping("/letters")
    ModelAndView send(@PathVariable InternshipCallId id) {
        return statuses.notePosted(SeeOther.to(InternshipPage.url(id)), "internship.reader.queued", readers.send(id));
    }

    @PostMapping("/{reader}/revoke")
    ModelAndView revoke(@PathVariable InternshipCallId id, @PathVariable UUID reader) {
        readers.revoke(id, reader);
        return SeeOther.to(InternshipPage.url(id)).withNotice("internship.reader.revoked");
    }
}
