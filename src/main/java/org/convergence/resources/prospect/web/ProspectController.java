package org.convergence.resources.prospect.web;

import java.util.List;
import org.convergence.directory.exchange.ExchangeChannel;
import org.convergence.directory.people.ChooserField;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PartyUrls;
import org.convergence.directory.people.SinglePartyChooser;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.mail.RecordReminders;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.convergence.resources.membership.MembershipPermissions;
import org.convergence.resources.prospect.ProspectId;
import org.convergence.resources.prospect.ProspectPermissions;
import org.convergence.resources.prospect.ProspectState;
import org.convergence.resources.prospect.domain.NextStep;
import org.convergence.resources.prospect.domain.Prospect;
import org.convergence.resources.prospect.domain.Prospect.ProspectOutcome;
import org.convergence.resources.prospect.domain.ProspectQueries;
import org.convergence.resources.prospect.domain.ProspectService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** One prospect: adding it, its page, its follower, exchanges with it, its outcome, and reopening it. */
@Controller
@RequestMapping("/resources/prospect")
@Requires(ProspectPermissions.FOLLOW)
record ProspectController(
        ProspectService service,
        ProspectQueries queries,
        ProspectForm forms,
        PartyChooser chooser,
        SinglePartyChooser parties,
        OrganisationSettings settings,
        RecordReminders.Finder reminders) {

    private static final int WEEK = 7;

    @GetMapping("/new")
    ModelAndView add(Words t) {
        return newPage(blankNext(), t);
    }

    /** A form that proposes a next step in a week. */
    private Form blankNext() {
        return Form.blank().with(ProspectForm.NEXT_ON.name(), settings.today().plusDays(WEEK));
    }

    @PostMapping("/new")
    ModelAndView add(Form form, Words t) {
        return form.submit(
                forms::readNew,
                input -> {
                    ProspectId id = service.add(input.party(), input.followUp());
                    return SeeOther.to(ProspectPage.url(id)).withNotice("prospect.added");
                },
                () -> newPage(form, t));
    }

    private ModelAndView newPage(Form form, Words t) {
        return PageView.of(
                "resources/prospect/prospect-form",
                new ProspectFormPage(
                        "prospect.new",
                        null,
                        ProspectPage.LIST + "/new",
                        ProspectPage.LIST,
                        form,
                        parties.organisation(form),
                        parties.person(form),
                        chooser.persons(form, ProspectForm.FOLLOWER, 1, List.of()),
                        forms.material(t)));
    }

    @GetMapping("/{id}")
    @Requires(ProspectPermissions.READ)
    ModelAndView show(@PathVariable ProspectId id, Words t) {
        Form form = blankNext()
                .with(ProspectForm.DAY.name(), settings.today())
                .with(ProspectForm.CHANNEL.name(), ExchangeChannel.PHONE);
        return page(service.findById(id), form, t);
    }

    private ModelAndView page(Prospect prospect, Form form, Words t) {
        boolean follows = CurrentActor.get().may(ProspectPermissions.FOLLOW);
        boolean ongoing = prospect.state().isOngoing();
        NextStep next = prospect.next();
        return PageView.of(
                "resources/prospect/prospect",
                new ProspectPage(
                        ProspectPage.url(prospect.typedId()),
                        name(prospect),
                        PartyUrls.of(prospect.party()),
                        prospect.state().tone(),
                        t.say(prospect.state().key()),
                        prospect.follower() == null
                                ? t.say("prospect.nobody-follows")
                                : chooser.displayName(
                                        prospect.follower().value().toString()),
                        next == null ? null : ProspectListController.describe(next, t),
                        prospect.material(),
                        outcome(prospect, t),
                        contacts(prospect, t),
                        reminders.find(ProspectDueWork.key(prospect.typedId()), ProspectPage.url(prospect.typedId())),
                        follows,
                        ongoing,
                        follows && prospect.state() != ProspectState.OPEN,
                        ongoing && CurrentActor.get().may(MembershipPermissions.ADMIT)
                                ? admission(prospect.party())
                                : null,
                        form));
    }

    private String name(Prospect prospect) {
        return chooser.displayName(prospect.party().value().toString());
    }

    private static @Nullable String outcome(Prospect prospect, Words t) {
        ProspectOutcome outcome = prospect.outcome();
        if (outcome == null) {
            return null;
        }
        String day = t.say("prospect.outcome", t.say(prospect.state().key()), outcome.on());
        return outcome.reason() == null ? day : day + " · " + outcome.reason();
    }

    private List<ProspectPage.ContactRow> contacts(Prospect prospect, Words t) {
        return queries.findExchanges(prospect.party()).stream()
                .map(each -> new ProspectPage.ContactRow(
                        each.subject(),
                        t.date(each.day()) + " · " + t.say(each.channel().key()),
                        "/directory/exchange/" + each.id().value()))
                .toList();
    }

    private static String admission(Party party) {
        return "/resources/membership/new?" + (party.person() == null ? "organisation=" : "person=") + party.value();
    }

    @GetMapping("/{id}/follow")
    ModelAndView follow(@PathVariable ProspectId id, Words t) {
        Prospect prospect = service.findById(id);
        Form form = formWithStep(prospect)
                .with(ProspectForm.FOLLOWER, prospect.follower())
                .with(ProspectForm.MATERIAL.name(), prospect.material());
        return followPage(prospect, form, t);
    }

    private static Form formWithStep(Prospect prospect) {
        Form form = Form.blank().atVersion(prospect.version());
        NextStep next = prospect.next();
        return next == null
                ? form
                : form.with(ProspectForm.NEXT.name(), next.gesture()).with(ProspectForm.NEXT_ON.name(), next.on());
    }

    @PostMapping("/{id}/follow")
    ModelAndView follow(@PathVariable ProspectId id, Form form, Words t) {
        Prospect prospect = service.findById(id);
        return form.submit(
                forms::readFollowUp,
                input -> service.follow(id, input),
                SeeOther.to(ProspectPage.url(id)).withNotice("prospect.saved"),
                () -> followPage(prospect, form, t));
    }

    private ModelAndView followPage(Prospect prospect, Form form, Words t) {
        return formPage(
                prospect,
                "prospect.follow",
                "/follow",
                form,
                chooser.persons(form, ProspectForm.FOLLOWER, 1, List.of()),
                forms.material(t));
    }

    private ModelAndView formPage(
            Prospect prospect,
            String key,
            String action,
            Form form,
            @Nullable ChooserField follower,
            List<String> material) {
        String url = ProspectPage.url(prospect.typedId());
        return PageView.of(
                "resources/prospect/prospect-form",
                new ProspectFormPage(key, name(prospect), url + action, url, form, null, null, follower, material));
    }

    @PostMapping("/{id}/gesture")
    ModelAndView recordContact(@PathVariable ProspectId id, Form form, Words t) {
        Prospect prospect = service.findById(id);
        return form.submit(
                ProspectForm::readContact,
                contact -> service.recordContact(id, contact),
                SeeOther.to(ProspectPage.url(id)).withNotice("prospect.did"),
                () -> page(prospect, form, t));
    }

    @GetMapping("/{id}/outcome")
    ModelAndView close(@PathVariable ProspectId id) {
        Prospect prospect = service.findById(id);
        Form form = formWithStep(prospect).with(ProspectForm.ON.name(), settings.today());
        return formPage(prospect, "prospect.end", "/outcome", form, null, List.of());
    }

    @PostMapping("/{id}/outcome")
    ModelAndView close(@PathVariable ProspectId id, Form form) {
        Prospect prospect = service.findById(id);
        return form.submit(
                ProspectForm::readClosure,
                closure -> service.recordOutcome(id, closure),
                SeeOther.to(ProspectPage.url(id))
                        .withNotice("prospect.ended")
                        .withUndo(ProspectPage.url(id) + "/take-up"),
                () -> formPage(prospect, "prospect.end", "/outcome", form, null, List.of()));
    }

    @PostMapping("/{id}/take-up")
    ModelAndView reopen(@PathVariable ProspectId id) {
        service.reopen(id);
        return SeeOther.to(ProspectPage.url(id)).withNotice("prospect.taken-up");
    }
}
