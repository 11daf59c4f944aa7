package org.convergence.directory.consent.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.convergence.directory.consent.Basis;
import org.convergence.directory.consent.ConsentChannel;
import org.convergence.directory.consent.ConsentPermissions;
import org.convergence.directory.consent.domain.ConsentDecisionQueries;
import org.convergence.directory.consent.domain.ConsentLedgerQueries;
import org.convergence.directory.consent.domain.ConsentLedgerQueries.ConsentLedgerEntry;
import org.convergence.directory.people.PartyUrls;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.PersonName;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.geography.Country;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assembles the page of a person's consents. */
@Component
class ConsentPersonPageAssembler {

    private final ConsentDecisionQueries consentDecisions;
    private final ConsentLedgerQueries consentLedgerQueries;
    private final PeopleDirectory people;
    private final OrganisationSettings settings;

    ConsentPersonPageAssembler(
            ConsentDecisionQueries consentDecisions,
            ConsentLedgerQueries consentLedgerQueries,
            PeopleDirectory people,
            OrganisationSettings settings) {
        this.consentDecisions = consentDecisions;
        this.consentLedgerQueries = consentLedgerQueries;
        this.people = people;
        this.settings = settings;
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
                ConsentUrls.person(id),
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
