package org.convergence.outreach.event.web;

import java.util.Map;
import org.convergence.outreach.event.EventId;
import org.convergence.outreach.event.EventPermissions;
import org.convergence.outreach.event.domain.EventLetterKind;
import org.convergence.outreach.event.domain.EventLetterService;
import org.convergence.outreach.event.domain.EventNote;
import org.convergence.outreach.event.domain.EventQueries;
import org.convergence.outreach.event.web.EventPage.EventLetterPage;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.MailingConfirmation;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** A letter to everyone who registered: words of ours, then who gets it, then it leaves. */
@Controller
@RequestMapping("/outreach/event/{id}/letters/{kind}")
@Requires(EventPermissions.EDIT)
record EventLetterController(EventQueries events, EventLetterService letters, LetterStatusService statuses) {

    private static final int LONGEST = 2_000;

    @GetMapping
    ModelAndView open(@PathVariable EventId id, @PathVariable EventLetterKind kind) {
        return page(id, kind, Form.blank());
    }

    private ModelAndView page(EventId id, EventLetterKind kind, Form form) {
        if (!kind.isMailing()) {
            throw new NotFound("letter");
        }
        return PageView.of("outreach/event/letter", new EventLetterPage(events.findById(id), kind, form));
    }

    /** Sends the letters of the preview that was read; another preview is shown first. */
    @PostMapping
    ModelAndView send(@PathVariable EventId id, @PathVariable EventLetterKind kind, Form form, Words t) {
        if (form.filled("revise")) {
            return page(id, kind, form);
        }
        return form.submit(
                answers -> new EventNote(
                        EventForm.text(answers, "note", LONGEST), EventForm.text(answers, "noteOnline", LONGEST)),
                note -> {
                    MailingPreview preview = letters.preview(id, kind, note);
                    if (!preview.letters().isEmpty() && preview.mark().equals(form.value("confirmed"))) {
                        int posted = letters.send(id, kind, note);
                        return statuses.notePosted(SeeOther.to(EventPage.url(id)), "event.letter.posted", posted);
                    }
                    return new MailingConfirmation(
                                    t.say("event.letter.send." + kind),
                                    events.findById(id).facts().name(),
                                    EventPage.url(id),
                                    null,
                                    preview,
                                    EventPage.url(id) + "/letters/" + kind,
                                    !preview.letters().isEmpty(),
                                    Map.of("note", note.words(), "noteOnline", note.online()))
                            .view();
                },
                () -> page(id, kind, form));
    }
}
