package org.convergence.directory.consent.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.convergence.directory.consent.Basis;
import org.convergence.directory.consent.ConsentChannel;
import org.convergence.directory.consent.ConsentPermissions;
import org.convergence.directory.consent.PreferenceLinkIssuer;
import org.convergence.directory.consent.domain.ConsentDecisionQueries;
import org.convergence.directory.consent.domain.ConsentLedgerQueries;
import org.convergence.directory.consent.domain.ConsentLedgerQueries.ConsentLedgerEntry;
import org.convergence.directory.consent.domain.ConsentLedgerService;
import org.convergence.directory.consent.web.ConsentPersonPage.PreferenceLinkPage;
import org.convergence.directory.people.PartyUrls;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.PersonName;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.geography.Country;
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

/**
 * The consents of one person: the present answers, the entries, recording a consent, another basis or a withdrawal, and
 * a link to their preferences, shown once.
 */
@Controller
@RequestMapping("/directory/consent/persons/{id}")
@Requires(ConsentPermissions.RECORD)
record ConsentController(
        ConsentLedgerService ledger,
        ConsentForm forms,
        PreferenceLinkIssuer links,
        ConsentDecisionQueries consentDecisions,
        ConsentLedgerQueries consentLedgerQueries,
        PeopleDirectory people,
        OrganisationSettings settings) {

    @GetMapping
    @Requires(ConsentPermissions.READ)
    ModelAndView show(@PathVariable PersonId id, Words t) {
        return PageView.of("directory/consent/person", assemble(id, t));
    }

    @GetMapping("/yes")
    ModelAndView yes(@PathVariable PersonId id, Words t) {
        return form("yes", requireName(id), forms.blankConsent(), t);
    }

    @PostMapping("/yes")
    ModelAndView yes(@PathVariable PersonId id, Form form, Words t) {
        PersonName name = requireName(id);
        return form.submit(
                answers -> forms.readConsent(name.id(), form, answers),
                given -> ledger.record(given),
                SeeOther.to(ConsentPersonPage.url(name.id())).withNotice("consent.yes.recorded"),
                () -> form("yes", name, form, t));
    }

    @GetMapping("/basis")
    ModelAndView basis(@PathVariable PersonId id, Words t) {
        return form("basis", requireName(id), forms.blank(), t);
    }

    @PostMapping("/basis")
    ModelAndView basis(@PathVariable PersonId id, Form form, Words t) {
        PersonName name = requireName(id);
        return form.submit(
                answers -> forms.readBasis(name.id(), form, answers),
                given -> ledger.record(given),
                SeeOther.to(ConsentPersonPage.url(name.id())).withNotice("consent.basis.recorded"),
                () -> form("basis", name, form, t));
    }

    @GetMapping("/withdraw")
    ModelAndView withdraw(@PathVariable PersonId id, Words t) {
        return form("withdraw", requireName(id), forms.blank().with("channel", null), t);
    }

    @PostMapping("/withdraw")
    ModelAndView withdraw(@PathVariable PersonId id, Form form, Words t) {
        PersonName name = requireName(id);
        return form.submit(
                answers -> forms.readWithdrawal(form, answers),
                no -> ledger.withdraw(name.id(), no.channel(), no.purpose(), no.day(), no.method(), no.source()),
                SeeOther.to(ConsentPersonPage.url(name.id())).withNotice("consent.withdraw.recorded"),
                () -> form("withdraw", name, form, t));
    }

    private ModelAndView form(String kind, PersonName name, Form form, Words t) {
        return PageView.of("directory/consent/form", forms.page(kind, name, form, t));
    }

    @GetMapping("/link")
    ModelAndView ask(@PathVariable PersonId id) {
        PersonName name = requireName(id);
        return PageView.of(
                "directory/consent/link",
                new PreferenceLinkPage(name.name(), ConsentPersonPage.url(name.id()), Form.blank(), null));
    }

    /** The secret is shown in the response itself: it must not be in one of our addresses, nor in a cookie. */
    @PostMapping("/link")
    ModelAndView make(@PathVariable PersonId id) {
        PersonName name = requireName(id);
        return PageView.of(
                "directory/consent/link",
                new PreferenceLinkPage(
                        name.name(),
                        ConsentPersonPage.url(name.id()),
                        Form.blank(),
                        links.linkFor(name.id()).toString()));
    }

    PersonName requireName(PersonId id) {
        PersonName name = people.personNames(List.of(id)).get(id);
        if (name == null) {
            throw new NotFound("person");
        }
        return name;
    }

    ConsentPersonPage assemble(PersonId id, Words t) {
        PersonName name = requireName(id);
        LocalDate today = settings.today();
        List<ConsentPersonPage.ChannelConsents> channels = Stream.of(ConsentChannel.values())
                .map(channel -> new ConsentPersonPage.ChannelConsents(
                        t.say(channel.key()),
                        consentDecisions.mayWrite(id, channel, today).entrySet().stream()
                                .map(each ->
                                        ConsentStateRow.of(t.say(each.getKey().key()), "", each.getValue(), t))
                                .toList()))
                .toList();
        return new ConsentPersonPage(
                name.name(),
                PartyUrls.of(id),
                ConsentPersonPage.url(id),
                channels,
                consentLedgerQueries.findEntries(id).stream()
                        .map(entry -> line(entry, t))
                        .toList(),
                CurrentActor.get().may(ConsentPermissions.RECORD));
    }

    private static ConsentPersonPage.ConsentEntryLine line(ConsentLedgerEntry entry, Words t) {
        Basis basis = entry.basis();
        String purpose = entry.purpose() == null
                ? t.say("consent.purpose.all")
                : t.say(entry.purpose().key());
        String channel = entry.channel() == null
                ? t.say("consent.channel.all")
                : t.say(entry.channel().key());
        String what =
                (basis == null ? t.say("consent.withdrawn") : t.say(basis.key())) + " · " + purpose + " · " + channel;
        List<String> more = new ArrayList<>();
        String recorded = entry.by() == null
                ? t.say("consent.by-herself", t.say(entry.method().key()), t.dateTime(entry.at()))
                : t.say("consent.recorded-by", t.say(entry.method().key()), entry.by(), t.dateTime(entry.at()));
        more.add(recorded);
        add(more, "consent.line.ended", entry.ended() == null ? null : t.date(entry.ended()), t);
        add(more, "consent.line.until", entry.until() == null ? null : t.date(entry.until()), t);
        add(more, "consent.line.about", entry.about(), t);
        add(more, "consent.line.source", entry.source(), t);
        add(more, "consent.line.country", entry.country() == null ? null : new Country(entry.country()).name(t), t);
        add(more, "consent.line.version", entry.version(), t);
        return new ConsentPersonPage.ConsentEntryLine(t.date(entry.day()), what, more, entry.wording());
    }

    private static void add(List<String> more, String key, @Nullable String value, Words t) {
        if (value != null) {
            more.add(t.say(key, value));
        }
    }
}
