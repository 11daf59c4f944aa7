package org.convergence.resources.dues.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.convergence.directory.people.ContactLookup;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.mail.BounceRegistry;
import org.convergence.platform.mail.BounceRegistry.BounceRecord;
import org.convergence.platform.text.Words;
import org.convergence.resources.membership.BillingContact;
import org.convergence.resources.membership.BillingContacts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds the recipient of an invoice: the billing contact of the member or of its payer; for a member that is a person,
 * that person.
 */
@Component
public record BillingRecipients(
        PaymentArrangementService arrangements,
        BillingContacts contacts,
        ContactLookup contactLookup,
        BounceRegistry bounces) {

    /**
     * The recipient of a payer's letters.
     *
     * @param payer often the member itself
     * @param name of the payer
     * @param mail {@code null} where no address is known
     * @param returned whether letters to that address bounced for good
     * @param byPost whether letters are printed for the post
     * @param address of the payer, by lines; {@code null} where none is known
     * @param language a code; {@code null} for the organisation's first
     */
    public record BillingRecipient(
            Party payer,
            String name,
            @Nullable String mail,
            boolean returned,
            boolean byPost,
            @Nullable String address,
            @Nullable String language) {

        /** The addressee as printed: the payer, the member if it is another, and the payer's address. */
        String addressee(String member, Words t) {
            String who = name.isEmpty() ? member : name;
            String of = who.equals(member) ? "" : "\n" + t.say("dues.invoice.for", member);
            return who + of + (address == null ? "" : "\n" + address);
        }

        /** Whether letters reach the payer, by mail or on paper. */
        public boolean isReachable() {
            return byPost || mail != null;
        }

        private BillingRecipient after(Map<String, BounceRecord> known) {
            BounceRecord bounced = mail == null ? null : known.get(mail);
            return bounced == null || !bounced.failing()
                    ? this
                    : new BillingRecipient(payer, name, mail, true, byPost, address, language);
        }
    }

    /** The recipients of these members, in a constant number of queries. */
    Map<Party, BillingRecipient> findByMembers(Collection<? extends Party> members) {
        List<OrganisationId> organisations = members.stream()
                .filter(OrganisationId.class::isInstance)
                .map(OrganisationId.class::cast)
                .toList();
        Map<OrganisationId, PaymentArrangement> arranged = arrangements.findFor(organisations);
        List<OrganisationId> payers = arranged.values().stream()
                .map(PaymentArrangement::payer)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<OrganisationId, PaymentArrangement> payersOwn = arrangements.findFor(payers);
        Map<OrganisationId, BillingContact> written =
                contacts.findByOrganisations(Stream.concat(organisations.stream(), payers.stream())
                        .distinct()
                        .toList());
        Map<Party, BillingRecipient> reached = new HashMap<>();
        organisations.forEach(each -> reached.put(each, organisation(each, arranged.get(each), payersOwn, written)));
        addPeople(members, reached);
        Map<String, BounceRecord> known = bounces.findByAddresses(reached.values().stream()
                .map(BillingRecipient::mail)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        reached.replaceAll((member, reach) -> reach.after(known));
        return reached;
    }

    private static BillingRecipient organisation(
            OrganisationId member,
            @Nullable PaymentArrangement it,
            Map<OrganisationId, PaymentArrangement> payersOwn,
            Map<OrganisationId, BillingContact> written) {
        OrganisationId payer = it == null || it.payer() == null ? member : it.payer();
        PaymentArrangement own = payer.equals(member) ? it : payersOwn.get(payer);
        BillingContact contact = written.get(payer);
        return new BillingRecipient(
                payer,
                contact == null ? "" : contact.organisation().name(),
                contact == null ? null : contact.mail(),
                false,
                (it != null && it.byPost()) || (own != null && own.byPost()),
                own == null ? null : own.address(),
                contact == null ? null : contact.language());
    }

    private void addPeople(Collection<? extends Party> members, Map<Party, BillingRecipient> reached) {
        List<PersonId> people = members.stream()
                .filter(PersonId.class::isInstance)
                .map(PersonId.class::cast)
                .toList();
        people.forEach(each -> reached.put(each, new BillingRecipient(each, "", null, false, false, null, null)));
        contactLookup
                .findContacts(people)
                .forEach((id, reach) -> reached.put(
                        id,
                        new BillingRecipient(
                                id, reach.who().name(), reach.mail(), false, false, null, reach.language())));
    }
}
