package org.convergence.resources.membership.web;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.text.Words;
import org.convergence.resources.membership.BillingContact;
import org.convergence.resources.membership.BillingContacts;
import org.springframework.stereotype.Component;

/** Formats the contact for letters about a member's dues. */
@Component
record BillingContactFormatter(BillingContacts contacts) {

    MembershipPart.BillingContactLine format(OrganisationId organisation, Words t) {
        BillingContact contact =
                contacts.findByOrganisations(List.of(organisation)).get(organisation);
        String said = contact == null || contact.mail() == null
                ? t.say("membership.contact.none")
                : Stream.of(
                                contact.person() == null
                                        ? null
                                        : contact.person().name(),
                                contact.mail(),
                                contact.language() == null ? null : t.languageName(contact.language()))
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" · "));
        return new MembershipPart.BillingContactLine(said, BillingContactController.url(organisation));
    }
}
