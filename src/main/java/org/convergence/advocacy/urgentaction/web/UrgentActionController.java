package org.convergence.advocacy.urgentaction.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.convergence.advocacy.urgentaction.UrgentActionPermissions;
import org.convergence.advocacy.urgentaction.domain.RiskCheckLetterSender;
import org.convergence.advocacy.urgentaction.domain.SignOnLetterSender;
import org.convergence.advocacy.urgentaction.domain.UrgentAction;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.IdentityDegree;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.PublicWording;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.UrgentActionId;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.UrgentActionOutcome;
import org.convergence.advocacy.urgentaction.domain.UrgentActionLetterSender;
import org.convergence.advocacy.urgentaction.domain.UrgentActionQueries;
import org.convergence.advocacy.urgentaction.domain.UrgentActionService;
import org.convergence.advocacy.urgentaction.domain.UrgentActionService.WithdrawnAction;
import org.convergence.advocacy.urgentaction.web.UrgentActionPage.ActionFormPage;
import org.convergence.advocacy.urgentaction.web.UrgentActionPage.AlertFormPage;
import org.convergence.directory.people.ChooserField;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.mail.LetterState;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.MailingConfirmation;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** One urgent action: the alert, the words, the yes, the check, the sending, news, the end and the account. */
@Controller
@RequestMapping("/advocacy/urgentaction")
@Requires(UrgentActionPermissions.EDIT)
record UrgentActionController(
        UrgentActionService actions,
        UrgentActionLetterSender letters,
        UrgentActionQueries queries,
        RiskCheckLetterSender checks,
        SignOnLetterSender accounts,
        LetterStatusService statuses,
        UrgentActionPageAssembler pages,
        UrgentActionForm forms,
        PartyChooser chooser,
        OrganisationSettings settings) {

    private static final int USUAL_WEEKS = 6;

    @GetMapping("/{id}")
    @Requires(UrgentActionPermissions.READ)
    ModelAndView show(@PathVariable UrgentActionId id, Words t) {
        return PageView.of("advocacy/urgentaction/show", pages.page(id, t));
    }

    @GetMapping("/new")
    ModelAndView open(Form asked, Words t) {
        LocalDate today = settings.today();
        Form form = Form.blank()
                .with(UrgentActionForm.PARTNER, asked.value("organisation"))
                .with(UrgentActionForm.RECEIVED.name(), today)
                .with(UrgentActionForm.EXPIRES.name(), today.plusWeeks(USUAL_WEEKS))
                .with(UrgentActionForm.DEGREE.name(), IdentityDegree.ORGANISATION);
        return alertPage(forms.fill(form, asked.value("from"), t), null, t);
    }

    @PostMapping("/new")
    ModelAndView add(Form form, Words t) {
        return form.submit(
                forms::readAlert,
                input -> {
                    UrgentActionId id = actions.create(input.with(forms.find(input.partner())));
                    forms.tellUse(form, UrgentActionPage.url(id));
                    return SeeOther.to(UrgentActionPage.url(id) + "/words").withNotice("urgentaction.received");
                },
                () -> alertPage(form, null, t));
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable UrgentActionId id, Words t) {
        UrgentAction it = actions.findById(id);
        return alertPage(UrgentActionForm.open(it), it, t);
    }

    @PostMapping("/{id}/edit")
    ModelAndView edit(@PathVariable UrgentActionId id, Form form, Words t) {
        return form.submit(
                forms::readAlert,
                input -> {
                    actions.update(id, input.version(), input.with(forms.find(input.partner())));
                    return SeeOther.to(UrgentActionPage.url(id)).withNotice("urgentaction.saved");
                },
                () -> alertPage(form, actions.findById(id), t));
    }

    private ModelAndView alertPage(Form form, @Nullable UrgentAction it, Words t) {
        String url = it == null ? UrgentActionPage.LIST : UrgentActionPage.url(it.id());
        return PageView.of(
                "advocacy/urgentaction/alert",
                new AlertFormPage(
                        form,
                        it == null ? "urgentaction.new" : "urgentaction.edit",
                        url + (it == null ? "/new" : "/edit"),
                        url,
                        it == null ? null : it.title(),
                        UrgentActionForm.countries(t),
                        forms.segments(),
                        forms.lines(form),
                        chooser.organisations(form, UrgentActionForm.PARTNER, 1, List.of()),
                        chooser.persons(form, UrgentActionForm.PERSON, 1, List.of())));
    }

    private ModelAndView formPage(
            String view, Form form, UrgentActionId id, @Nullable PublicWording wording, @Nullable ChooserField field) {
        return PageView.of(
                "advocacy/urgentaction/" + view,
                new ActionFormPage(
                        form, UrgentActionPage.url(id), actions.findById(id).title(), wording, field));
    }

    @GetMapping("/{id}/consent")
    ModelAndView consent(@PathVariable UrgentActionId id) {
        UrgentAction it = actions.findById(id);
        Form form = Form.blank()
                .atVersion(it.version())
                .with(UrgentActionForm.GIVEN.name(), settings.today())
                .with(UrgentActionForm.UNTIL.name(), it.expiresOn());
        return formPage("consent", form, id, actions.findWording(id), null);
    }

    @PostMapping("/{id}/consent")
    ModelAndView consent(@PathVariable UrgentActionId id, Form form) {
        return form.submit(
                UrgentActionForm::readConsent,
                input -> {
                    actions.recordConsent(id, input.version(), input.facts());
                    return SeeOther.to(UrgentActionPage.url(id)).withNotice("urgentaction.consented");
                },
                () -> formPage("consent", form, id, actions.findWording(id), null));
    }

    @PostMapping("/{id}/withdraw")
    ModelAndView withdraw(@PathVariable UrgentActionId id) {
        WithdrawnAction taken = actions.withdrawConsent(id);
        int left = queries.findLetters(id).count(LetterState.SENT);
        return SeeOther.to(UrgentActionPage.url(id))
                .withNotice("urgentaction.taken-back", taken.letters(), left, taken.copies());
    }

    @GetMapping("/{id}/check")
    ModelAndView askCheck(@PathVariable UrgentActionId id) {
        Form form = Form.blank();
        return formPage("check", form, id, null, chooser.persons(form, UrgentActionForm.SECOND, 1, List.of()));
    }

    @PostMapping("/{id}/check/ask")
    ModelAndView askCheck(@PathVariable UrgentActionId id, Form form, Words t) {
        return form.submit(
                answers -> answers.get(chooser.person(UrgentActionForm.SECOND, "urgentaction.field.second")),
                (PersonId person) -> {
                    MailingPreview preview = checks.preview(id, person);
                    if (form.filled("revise")) {
                        return formPage(
                                "check", form, id, null, chooser.persons(form, UrgentActionForm.SECOND, 1, List.of()));
                    }
                    if (!preview.mark().equals(form.value("confirmed"))) {
                        return new MailingConfirmation(
                                        t.say("urgentaction.check.send"),
                                        t.say("urgentaction.check"),
                                        UrgentActionPage.url(id),
                                        t.say("urgentaction.check.lead"),
                                        preview,
                                        UrgentActionPage.url(id) + "/check/ask",
                                        true,
                                        Map.of(
                                                UrgentActionForm.SECOND,
                                                person.value().toString()))
                                .view();
                    }
                    actions.askCheck(id, person);
                    return statuses.notePosted(SeeOther.to(UrgentActionPage.url(id)), "urgentaction.check.asked", 1);
                },
                () -> formPage("check", form, id, null, chooser.persons(form, UrgentActionForm.SECOND, 1, List.of())));
    }

    @PostMapping("/{id}/check")
    ModelAndView check(@PathVariable UrgentActionId id) {
        actions.check(id);
        return SeeOther.to(UrgentActionPage.url(id)).withNotice("urgentaction.checked");
    }

    @GetMapping("/{id}/send")
    ModelAndView preview(@PathVariable UrgentActionId id, Words t) {
        MailingPreview preview = letters.preview(id);
        return confirmation(id, "send", "", preview, !preview.letters().isEmpty(), t);
    }

    private ModelAndView confirmation(
            UrgentActionId id, String gesture, String warning, MailingPreview preview, boolean sends, Words t) {
        String url = UrgentActionPage.url(id);
        return new MailingConfirmation(
                        t.say(
                                "urgentaction." + gesture + ".confirm",
                                preview.letters().size()),
                        actions.findById(id).title(),
                        url,
                        warning + t.say("urgentaction." + gesture + ".lead"),
                        preview,
                        url + "/" + gesture,
                        sends)
                .view();
    }

    @PostMapping("/{id}/send")
    ModelAndView send(@PathVariable UrgentActionId id) {
        int posted = letters.send(id);
        return statuses.notePosted(
                SeeOther.to(UrgentActionPage.url(id)), posted, "urgentaction.left", "urgentaction.left.waits", posted);
    }

    @PostMapping("/{id}/publish")
    ModelAndView publish(@PathVariable UrgentActionId id) {
        letters.publish(id);
        return SeeOther.to(UrgentActionPage.url(id)).withNotice("urgentaction.published");
    }

    @GetMapping("/{id}/news")
    ModelAndView addNews(@PathVariable UrgentActionId id) {
        return formPage("news", Form.blank(), id, null, null);
    }

    @PostMapping("/{id}/news")
    ModelAndView addNews(@PathVariable UrgentActionId id, Form form) {
        return form.submit(
                UrgentActionForm::readUpdate,
                update -> {
                    actions.postUpdate(id, update);
                    return SeeOther.to(UrgentActionPage.url(id)).withNotice("urgentaction.news.posted");
                },
                () -> formPage("news", form, id, null, null));
    }

    @GetMapping("/{id}/close")
    ModelAndView close(@PathVariable UrgentActionId id) {
        return formPage("close", Form.blank(), id, null, null);
    }

    private record ClosingInput(UrgentActionOutcome outcome, String account) {}

    @PostMapping("/{id}/close")
    ModelAndView close(@PathVariable UrgentActionId id, Form form) {
        return form.submit(
                answers ->
                        new ClosingInput(answers.get(UrgentActionForm.OUTCOME), answers.get(UrgentActionForm.ACCOUNT)),
                input -> {
                    int copies = actions.close(id, input.outcome(), input.account());
                    return SeeOther.to(UrgentActionPage.url(id)).withNotice("urgentaction.ended", copies);
                },
                () -> formPage("close", form, id, null, null));
    }

    @GetMapping("/{id}/account")
    ModelAndView previewAccount(@PathVariable UrgentActionId id, Words t) {
        MailingPreview preview = accounts.previewAccount(id);
        UrgentAction it = actions.findById(id);
        String warning = it.withdrawnOn() == null
                ? ""
                : t.say(
                                it.consent() == null
                                        ? "urgentaction.account.withdrawn.yes"
                                        : "urgentaction.account.withdrawn",
                                it.withdrawnOn())
                        + " ";
        return confirmation(id, "account", warning, preview, preview.isNeeded(), t);
    }

    @PostMapping("/{id}/account")
    ModelAndView sendAccount(@PathVariable UrgentActionId id) {
        return statuses.notePosted(
                SeeOther.to(UrgentActionPage.url(id)), "urgentaction.account.sent", accounts.sendAccount(id));
    }

    @PostMapping("/{id}/account/take-back")
    ModelAndView takeBackAccount(@PathVariable UrgentActionId id) {
        return SeeOther.to(UrgentActionPage.url(id))
                .withNotice("urgentaction.account.taken-back", accounts.takeBackAccount(id));
    }
}
