package org.convergence.directory.secondlook.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.secondlook.SecondLookPermissions;
import org.convergence.directory.secondlook.SecondLookSubject.TextsToRead;
import org.convergence.directory.secondlook.domain.SecondLookInvitation.SecondLookInvitationId;
import org.convergence.directory.secondlook.domain.SecondLookService;
import org.convergence.platform.access.Requires;
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

/** Asks a person to read a text, after the letter was shown. */
@Controller
@RequestMapping(SecondLookController.PATH)
@Requires(SecondLookPermissions.ASK)
record SecondLookController(SecondLookService looks, PartyChooser chooser, LetterStatusService statuses) {

    static final String PATH = "/directory/secondlook";

    private static final String READER = "reader";

    static String askUrl(String kind, UUID record) {
        return PATH + "/" + kind + "/" + record;
    }

    @GetMapping("/{kind}/{record}")
    ModelAndView open(@PathVariable String kind, @PathVariable UUID record) {
        return page(kind, record, Form.blank());
    }

    private ModelAndView page(String kind, UUID record, Form form) {
        TextsToRead texts = looks.findTexts(kind, record);
        return PageView.of(
                "directory/secondlook/ask",
                new SecondLookPage(
                        form,
                        askUrl(kind, record),
                        texts.url(),
                        texts.title(),
                        chooser.persons(form, READER, 1, List.of())));
    }

    @PostMapping("/{kind}/{record}")
    ModelAndView ask(@PathVariable String kind, @PathVariable UUID record, Form form, Words t) {
        return form.submit(
                answers -> answers.get(chooser.person(READER, "secondlook.field.reader")),
                (PersonId reader) -> {
                    if (form.filled("revise")) {
                        return page(kind, record, form);
                    }
                    TextsToRead texts = looks.findTexts(kind, record);
                    MailingPreview preview = looks.preview(kind, record, reader);
                    if (!preview.mark().equals(form.value("confirmed"))) {
                        return new MailingConfirmation(
                                        t.say("secondlook.send"),
                                        texts.title(),
                                        texts.url(),
                                        t.say("secondlook.lead"),
                                        preview,
                                        askUrl(kind, record),
                                        true,
                                        Map.of(READER, reader.value().toString()))
                                .view();
                    }
                    looks.ask(kind, record, reader);
                    return statuses.notePosted(SeeOther.to(texts.url()), "secondlook.asked", 1);
                },
                () -> page(kind, record, form));
    }

    @PostMapping("/{id}/withdraw")
    ModelAndView withdraw(@PathVariable SecondLookInvitationId id) {
        return SeeOther.to(looks.withdraw(id)).withNotice("secondlook.withdrawn.done");
    }

    @PostMapping("/{id}/seen")
    ModelAndView markSeen(@PathVariable SecondLookInvitationId id) {
        return SeeOther.to(looks.markSeen(id)).withNotice("secondlook.seen");
    }
}
