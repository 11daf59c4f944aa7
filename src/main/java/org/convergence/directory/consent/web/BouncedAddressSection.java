package org.convergence.directory.consent.web;

import java.util.List;
import java.util.Optional;
import org.convergence.directory.consent.ConsentPermissions;
import org.convergence.directory.consent.domain.BouncedAddressService;
import org.convergence.directory.people.PageSection;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PartySection;
import org.convergence.directory.people.PartyUrls;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.mail.BounceRegistry.BounceRecord;
import org.convergence.platform.shell.PageParts;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** « Courriel revenu » on the page of a person or an organisation with a bounced address; otherwise absent. */
@Component
@Order(1)
@Requires(ConsentPermissions.READ)
public record BouncedAddressSection(BouncedAddressService addresses, PageParts parts) implements PartySection {

    @Override
    public Optional<PageSection> show(Party party, Words t) {
        List<BouncedAddressesPart.BouncedAddressRow> rows = addresses.findByParty(party).stream()
                .map(each -> row(each.address(), each.said(), t))
                .toList();
        String works = CurrentActor.get().may(ConsentPermissions.RECORD) ? "/directory/consent/returned/works" : null;
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new PageSection(
                        t.say("consent.returned"),
                        parts.render(
                                "directory/consent/returned",
                                t,
                                new BouncedAddressesPart(rows, works, PartyUrls.of(party)))));
    }

    private static BouncedAddressesPart.BouncedAddressRow row(String address, BounceRecord said, Words t) {
        return said.failing()
                ? new BouncedAddressesPart.BouncedAddressRow(
                        address,
                        Tone.BAD,
                        t.say("consent.returned.failing"),
                        t.say("consent.returned.since", said.failed()))
                : new BouncedAddressesPart.BouncedAddressRow(
                        address,
                        Tone.WARN,
                        t.say("consent.returned.late"),
                        t.say("consent.returned.delays", said.delays(), said.last()));
    }

    /**
     * The bounced addresses of a party, on its page.
     *
     * @param works the action that marks one as working again; {@code null} without the permission
     * @param back the page of the party
     */
    public record BouncedAddressesPart(
            List<BouncedAddressRow> rows, @Nullable String works, String back) {

        /** An address and its bounces. */
        public record BouncedAddressRow(String address, Tone tone, String state, String detail) {}
    }
}
