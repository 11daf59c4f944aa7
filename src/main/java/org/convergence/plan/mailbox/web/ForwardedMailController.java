package org.convergence.plan.mailbox.web;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.exchange.ExchangeChannel;
import org.convergence.directory.exchange.ExchangeContent;
import org.convergence.directory.exchange.ExchangeId;
import org.convergence.directory.exchange.ExchangePermissions;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.SenderDirectory;
import org.convergence.directory.people.SenderDirectory.RecognisedSenders;
import org.convergence.plan.mailbox.MailDestination;
import org.convergence.plan.mailbox.MailboxPermissions;
import org.convergence.plan.mailbox.domain.ForwardedMail;
import org.convergence.plan.mailbox.domain.ForwardedMail.Correspondent;
import org.convergence.plan.mailbox.domain.MailSortingService;
import org.convergence.plan.mailbox.domain.WaitingMailQueries;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageAddress;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page of a forwarded mail, on which its owner sorts it. */
@Controller
@RequestMapping("/plan/mailbox/{id}")
@Requires(MailboxPermissions.OWN)
record ForwardedMailController(
        WaitingMailQueries waiting,
        MailSortingService mailSortingService,
        SenderDirectory correspondents,
        PartyChooser chooser,
        List<MailDestination> destinations,
        OrganisationSettings settings) {

    private static final String PEOPLE = "persons";
    private static final String ORGANISATIONS = "organisations";
    private static final String NEWCOMERS = "newcomers";

    @GetMapping
    ModelAndView show(@PathVariable UUID id, Words t) {
        ForwardedMail it = waiting.findById(id);
        return page(it, fill(it), t);
    }

    /** « Garder comme échange ». */
    @PostMapping("/exchange")
    ModelAndView keepAsExchange(@PathVariable UUID id, Form form, Words t) {
        ForwardedMail it = waiting.findById(id);
        return form.submit(
                answers -> read(it, form, answers),
                read -> {
                    ExchangeId made = mailSortingService.recordAsExchange(id, read.what(), read.newcomers());
                    return SeeOther.to("/directory/exchange/" + made.value()).withNotice("mailbox.kept");
                },
                () -> page(it, form, t));
    }

    /** « Ne pas garder ». */
    @PostMapping("/discard")
    ModelAndView discard(@PathVariable UUID id) {
        mailSortingService.discard(id);
        return SeeOther.to(MailboxPage.LIST).withNotice("mailbox.discarded");
    }

    /** Accepts a mail that another person sent. */
    @PostMapping("/accept")
    ModelAndView accept(@PathVariable UUID id) {
        mailSortingService.accept(id);
        return SeeOther.to(MailboxPage.LIST + "/" + id).withNotice("mailbox.accepted");
    }

    /** The exchange and the newcomers read from the form. */
    private record ForwardedMailInput(ExchangeContent what, MailSortingService.MailNewcomers newcomers) {}

    /** The parsed facts; known people are ticked, the others are offered. */
    private Form fill(ForwardedMail it) {
        RecognisedSenders known = recognised(it);
        return Form.blank()
                .with("subject", it.subject())
                .with("day", it.writtenOn())
                .with("text", it.text())
                .with(
                        PEOPLE,
                        known.people().values().stream()
                                .map(each -> each.id().value().toString())
                                .distinct()
                                .toList())
                .with(
                        ORGANISATIONS,
                        known.organisations().values().stream()
                                .map(each -> each.id().value().toString())
                                .distinct()
                                .toList());
    }

    private RecognisedSenders recognised(ForwardedMail it) {
        return correspondents.recognise(it.people().stream()
                .map(Correspondent::mail)
                .filter(mail -> !mail.isEmpty())
                .toList());
    }

    private ForwardedMailInput read(ForwardedMail it, Form form, FormValues answers) {
        String subject = answers.text("subject", ExchangeContent.LONGEST_SUBJECT);
        var day = answers.date("day");
        String text = answers.optionalText("text", ExchangeContent.LONGEST_TEXT);
        var people = chooser.chosenPersons(form, PEOPLE, ExchangeContent.MOST);
        var organisations = chooser.chosenOrganisations(form, ORGANISATIONS, ExchangeContent.MOST);
        List<Correspondent> taken = unknownPeople(it).stream()
                .filter(each -> form.chosen(NEWCOMERS, each.mail()))
                .toList();
        return new ForwardedMailInput(
                new ExchangeContent(
                        day,
                        ExchangeChannel.MAIL,
                        subject,
                        text == null ? "" : text,
                        new LinkedHashSet<>(people.known()),
                        new LinkedHashSet<>(organisations.known())),
                new MailSortingService.MailNewcomers(taken, organisations.newcomers()));
    }

    /**
     * People of the mail with a name and an address that the directory does not know; none without the permission to
     * add people.
     */
    private List<Correspondent> unknownPeople(ForwardedMail it) {
        if (!CurrentActor.get().may(PeoplePermissions.EDIT)) {
            return List.of();
        }
        RecognisedSenders known = recognised(it);
        return it.people().stream()
                .filter(each -> !each.mail().isEmpty() && !each.name().isEmpty())
                .filter(each -> !known.people().containsKey(each.mail()))
                .toList();
    }

    private ModelAndView page(ForwardedMail it, Form form, Words t) {
        List<Option> newcomers = unknownPeople(it).stream()
                .map(each -> new Option(each.mail(), each.displayName()))
                .toList();
        boolean open = it.state() == ForwardedMail.ForwardedMailState.WAITING;
        form.restore(MailboxPage.LIST + "/" + it.id() + "/exchange");
        return PageView.of(
                "plan/mailbox/mail",
                new MailPage(
                        it.id(),
                        format(it.subject(), t),
                        lead(it, t),
                        warning(it, t),
                        it.text(),
                        form,
                        chooser.persons(form, PEOPLE, ExchangeContent.MOST, List.of()),
                        chooser.organisations(form, ORGANISATIONS, ExchangeContent.MOST, List.of()),
                        newcomers,
                        it.attachments(),
                        it.leftOut() == 0 ? null : t.say("mailbox.left-out", it.leftOut()),
                        t.say(
                                "mailbox.until",
                                it.expiresAt().atZone(settings.current().zone()).toLocalDate()),
                        open ? destinations(it, t) : List.of(),
                        it.state() == ForwardedMail.ForwardedMailState.HELD,
                        open,
                        open && CurrentActor.get().may(ExchangePermissions.RECORD)));
    }

    private List<Tab> destinations(ForwardedMail it, Words t) {
        return destinations.stream()
                .filter(each -> CurrentActor.get().may(each.permission()))
                .map(each -> new Tab(
                        t.say(each.key()),
                        PageAddress.of(each.path())
                                .with("mail", it.id().toString())
                                .toString(),
                        false))
                .toList();
    }

    private static String lead(ForwardedMail it, Words t) {
        String people = String.join(
                ", ",
                it.people().stream().limit(6).map(Correspondent::displayName).toList());
        String day = t.date(it.writtenOn());
        return people.isEmpty() ? day : day + " · " + people;
    }

    private static @Nullable String warning(ForwardedMail it, Words t) {
        String sender = it.sender().isEmpty() ? t.say("mailbox.nobody") : it.sender();
        return switch (it.state()) {
            case WAITING -> null;
            case HELD -> t.say("mailbox.held", sender);
            case TOO_LARGE -> t.say("mailbox.too-large");
            case UNREADABLE -> t.say("mailbox.unreadable");
        };
    }

    static String format(String subject, Words t) {
        return subject.isBlank() ? t.say("mailbox.no-subject") : subject;
    }
}
