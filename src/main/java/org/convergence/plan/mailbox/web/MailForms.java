package org.convergence.plan.mailbox.web;

import java.util.LinkedHashSet;
import java.util.List;
import org.convergence.directory.exchange.ExchangeChannel;
import org.convergence.directory.exchange.ExchangePermissions;
import org.convergence.directory.exchange.Exchanged;
import org.convergence.directory.people.Chooser;
import org.convergence.directory.people.Correspondents;
import org.convergence.directory.people.Correspondents.Recognised;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.plan.mailbox.domain.Correspondent;
import org.convergence.plan.mailbox.domain.Forwarded;
import org.convergence.plan.mailbox.domain.Sorting;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Answers;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The form that records a forwarded mail as an exchange: the parsed facts, to be corrected. */
@Component
class MailForms {

    private static final String PEOPLE = "persons";
    private static final String ORGANISATIONS = "organisations";
    private static final String NEWCOMERS = "newcomers";

    private final Correspondents correspondents;
    private final Chooser chooser;
    private final OrganisationSettings settings;

    MailForms(Correspondents correspondents, Chooser chooser, OrganisationSettings settings) {
        this.correspondents = correspondents;
        this.chooser = chooser;
        this.settings = settings;
    }

    /** The exchange and the newcomers read from the form. */
    record Read(Exchanged what, Sorting.Newcomers newcomers) {}

    /** The parsed facts; known people are ticked, the others are offered. */
    Form of(Forwarded it, Words t) {
        Recognised known = recognised(it);
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

    private Recognised recognised(Forwarded it) {
        return correspondents.recognise(it.people().stream()
                .map(Correspondent::mail)
                .filter(mail -> !mail.isEmpty())
                .toList());
    }

    Read read(Forwarded it, Form form, Answers answers) {
        String subject = answers.text("subject", Exchanged.LONGEST_SUBJECT);
        var day = answers.date("day");
        String text = answers.optionalText("text", Exchanged.LONGEST_TEXT);
        var people = chooser.chosenPersons(form, PEOPLE, Exchanged.MOST);
        var organisations = chooser.chosenOrganisations(form, ORGANISATIONS, Exchanged.MOST);
        List<Correspondent> taken = strangers(it).stream()
                .filter(each -> form.chosen(NEWCOMERS, each.mail()))
                .toList();
        return new Read(
                new Exchanged(
                        day,
                        ExchangeChannel.MAIL,
                        subject,
                        text == null ? "" : text,
                        new LinkedHashSet<>(people.known()),
                        new LinkedHashSet<>(organisations.known())),
                new Sorting.Newcomers(taken, organisations.newcomers()));
    }

    /**
     * People of the mail with a name and an address that the directory does not know; none without the permission to
     * add people.
     */
    private List<Correspondent> strangers(Forwarded it) {
        if (!CurrentActor.get().may(PeoplePermissions.EDIT)) {
            return List.of();
        }
        Recognised known = recognised(it);
        return it.people().stream()
                .filter(each -> !each.mail().isEmpty() && !each.name().isEmpty())
                .filter(each -> !known.people().containsKey(each.mail()))
                .toList();
    }

    MailPage page(Forwarded it, Form form, Words t) {
        List<Option> newcomers = strangers(it).stream()
                .map(each -> new Option(each.mail(), each.shown()))
                .toList();
        boolean open = it.state() == Forwarded.State.WAITING;
        form.restore(MailboxPage.LIST + "/" + it.id() + "/exchange");
        return new MailPage(
                it.id(),
                Subjects.shown(it.subject(), t),
                lead(it, t),
                warning(it, t),
                it.text(),
                form,
                chooser.persons(form, PEOPLE, Exchanged.MOST, List.of()),
                chooser.organisations(form, ORGANISATIONS, Exchanged.MOST, List.of()),
                newcomers,
                it.attachments(),
                it.leftOut() == 0 ? null : t.say("mailbox.left-out", it.leftOut()),
                t.say(
                        "mailbox.until",
                        it.until().atZone(settings.current().zone()).toLocalDate()),
                it.state() == Forwarded.State.HELD,
                open,
                open && CurrentActor.get().may(ExchangePermissions.RECORD));
    }

    private static String lead(Forwarded it, Words t) {
        String people = String.join(
                ", ", it.people().stream().limit(6).map(Correspondent::shown).toList());
        String day = t.date(it.writtenOn());
        return people.isEmpty() ? day : day + " · " + people;
    }

    private static @Nullable String warning(Forwarded it, Words t) {
        String sender = it.sender().isEmpty() ? t.say("mailbox.nobody") : it.sender();
        return switch (it.state()) {
            case WAITING -> null;
            case HELD -> t.say("mailbox.held", sender);
            case TOO_LARGE -> t.say("mailbox.too-large");
            case UNREADABLE -> t.say("mailbox.unreadable");
        };
    }
}
