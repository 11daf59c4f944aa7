package org.convergence.resources.dues.web;

import java.util.List;
import java.util.UUID;
import org.convergence.platform.access.Requires;
import org.convergence.platform.mail.DeliveryPage;
import org.convergence.platform.mail.LetterFormatter;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.MailingConfirmation;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.convergence.resources.dues.CallId;
import org.convergence.resources.dues.DuesPermissions;
import org.convergence.resources.dues.domain.CallLetterService;
import org.convergence.resources.dues.domain.CallLetterService.OpenLetter;
import org.convergence.resources.dues.domain.DuesCallService;
import org.convergence.resources.dues.domain.DuesReminderService;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The letters of a call: reminders, letters delivered otherwise, taken back, or sent again. */
@Controller
@RequestMapping("/resources/dues/calls/{id}")
@Requires(DuesPermissions.CALL)
record CallLettersController(
        DuesCallService calls,
        CallLetterService letters,
        DuesReminderService reminding,
        LetterStatusService statuses,
        OrganisationSettings settings) {

    /** Shows the reminders to be sent. */
    @GetMapping("/remind")
    ModelAndView confirm(@PathVariable UUID id, Words t) {
        DuesCallService.StoredCall call = calls.findById(new CallId(id));
        MailingPreview preview = reminding.preview(call.id(), t);
        int many = preview.letters().size() + preview.toPrint().size();
        String url = DuesUrls.call(call.id());
        return new MailingConfirmation(
                        t.say("dues.call.remind", many),
                        call.facts().name(),
                        url,
                        null,
                        preview,
                        url + "/remind",
                        many > 0)
                .view();
    }

    @PostMapping("/remind")
    ModelAndView remind(@PathVariable UUID id) {
        CallId call = calls.findById(new CallId(id)).id();
        DuesReminderService.ReminderResult it = reminding.sendReminders(call);
        return statuses.notePosted(
                SeeOther.to(DuesUrls.call(call)),
                it.mailed(),
                "dues.reminded",
                "dues.reminded.waits",
                it.mailed(),
                it.printed());
    }

    @GetMapping("/delivered")
    ModelAndView deliver(@PathVariable UUID id, Words t) {
        return deliveries(calls.findById(new CallId(id)), DeliveryPage.blank(settings.today()), t)
                .view();
    }

    @PostMapping("/delivered")
    ModelAndView deliver(@PathVariable UUID id, Form form, Words t) {
        DuesCallService.StoredCall call = calls.findById(new CallId(id));
        DeliveryPage page = deliveries(call, form, t);
        return form.submit(
                answers -> DeliveryPage.read(form, answers),
                said -> page.saved(said, letters.markDelivered(call.id(), said.letters(), said.method(), said.on()), t),
                page::view);
    }

    @PostMapping("/delivered/{letter}/undo")
    ModelAndView undoDelivered(@PathVariable UUID id, @PathVariable UUID letter) {
        CallId call = calls.findById(new CallId(id)).id();
        return SeeOther.to(DuesUrls.call(call) + "/delivered")
                .withNotice("mail.deliver.undone", letters.undoDelivered(call, letter));
    }

    private DeliveryPage deliveries(DuesCallService.StoredCall call, Form form, Words t) {
        return new DeliveryPage(
                call.facts().name(),
                DuesUrls.call(call.id()),
                t.say("dues.letters.deliver.lead"),
                t.say(call.issuedOn() == null ? "dues.letters.not-issued" : "mail.deliver.all.text"),
                rows(letters.findOpen(call.id()), t),
                rows(letters.findDelivered(call.id()), t),
                form);
    }

    private static List<DeliveryPage.LetterRow> rows(List<OpenLetter> some, Words t) {
        return some.stream()
                .map(it -> new DeliveryPage.LetterRow(
                        it.id(), it.member(), formatLetter(it, t) + " · " + state(it, t), it.printed()))
                .toList();
    }

    private static String formatLetter(OpenLetter it, Words t) {
        return it.round() == 0
                ? t.say("dues.letters.invoice", it.number())
                : t.say("dues.letters.reminder", it.round(), it.number());
    }

    private static String state(OpenLetter it, Words t) {
        return it.status() == null ? t.say("dues.letters.printed") : LetterFormatter.stateInList(it.status(), t);
    }

    @PostMapping("/take-back")
    ModelAndView takeBack(@PathVariable UUID id) {
        CallId call = calls.findById(new CallId(id)).id();
        return SeeOther.to(DuesUrls.call(call)).withNotice("dues.letters.taken-back", letters.takeBack(call));
    }

    @PostMapping("/send-again")
    ModelAndView sendAgain(@PathVariable UUID id) {
        CallId call = calls.findById(new CallId(id)).id();
        return SeeOther.to(DuesUrls.call(call)).withNotice("dues.letters.sent-again", letters.sendAgain(call));
    }
}
