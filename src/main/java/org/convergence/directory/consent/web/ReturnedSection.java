package org.convergence.directory.consent.web;

import java.util.List;
import java.util.Optional;
import org.convergence.directory.consent.ConsentPermissions;
import org.convergence.directory.consent.domain.ReturnedAddresses;
import org.convergence.directory.people.PageSection;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PartyPage;
import org.convergence.directory.people.PartySection;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.mail.Bounces.Bounced;
import org.convergence.platform.shell.Parts;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** « Courriel revenu » on the page of a person or an organisation with a bounced address; otherwise absent. */
@Component
class ReturnedSection implements PartySection {

    private final ReturnedAddresses addresses;
    private final Parts parts;

    ReturnedSection(ReturnedAddresses addresses, Parts parts) {
        this.addresses = addresses;
        this.parts = parts;
    }

    @Override
    public int order() {
        return 1;
    }

    @Override
    public String permission() {
        return ConsentPermissions.READ;
    }

    @Override
    public Optional<PageSection> show(Party party, Words t) {
        List<ReturnedPart.Row> rows = addresses.of(party).stream()
                .map(each -> row(each.address(), each.said(), t))
                .toList();
        String works = CurrentActor.get().may(ConsentPermissions.RECORD) ? "/directory/consent/returned/works" : null;
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new PageSection(
                        t.say("consent.returned"),
                        parts.of("directory/consent/returned", t, new ReturnedPart(rows, works, PartyPage.of(party)))));
    }

    private static ReturnedPart.Row row(String address, Bounced said, Words t) {
        return said.failing()
                ? new ReturnedPart.Row(
                        address,
                        Tone.BAD,
                        t.say("consent.returned.failing"),
                        t.say("consent.returned.since", said.failed()))
                : new ReturnedPart.Row(
                        address,
                        Tone.WARN,
                        t.say("consent.returned.late"),
                        t.say("consent.returned.delays", said.delays(), said.last()));
    }
}
