package org.convergence.resources.membership.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.Correspondence;
import org.convergence.directory.people.Correspondence.Mail;
import org.convergence.directory.people.Correspondence.OrganisationReach;
import org.convergence.directory.people.Correspondence.Reach;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Versions;
import org.convergence.resources.membership.BillingContact;
import org.convergence.resources.membership.BillingContacts;
import org.convergence.resources.membership.MembershipPermissions;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads and sets the billing contacts of members. */
@Service
@Transactional
@Requires(MembershipPermissions.DECLARE)
public class BillingKeeping implements BillingContacts {

    private final BillingStore store;
    private final Correspondence correspondence;
    private final JdbcClient db;

    BillingKeeping(BillingStore store, Correspondence correspondence, JdbcClient db) {
        this.store = store;
        this.correspondence = correspondence;
        this.db = db;
    }

    /** The setting of an organisation; a blank one of version 0 if there is none. */
    @Transactional(readOnly = true)
    public Billing said(OrganisationId organisation) {
        return store.findFirstByOrganisationOrderByIdDesc(organisation.value())
                .orElseGet(() -> Billing.nobodyFor(organisation.value()));
    }

    /**
     * Sets the contact and the language of an organisation.
     *
     * @param version shown in the form
     * @throws NotFound if there is no such organisation or person
     */
    public void name(OrganisationId organisation, int version, @Nullable PersonId person, @Nullable String language) {
        Billing before = said(organisation);
        Versions.requireSame(Billing.TABLE, before.id(), version, before.version());
        try {
            Versions.save(
                    store,
                    before.naming(person == null ? null : person.value(), language),
                    Billing.TABLE,
                    before.id(),
                    version);
        } catch (DataIntegrityViolationException gone) {
            throw new NotFound("contact");
        }
    }

    @Override
    @Transactional(readOnly = true)
    @Requires(MembershipPermissions.READ_HEADCOUNTS)
    public Map<OrganisationId, BillingContact> of(Collection<OrganisationId> organisations) {
        Map<UUID, Billing> said = new HashMap<>();
        db.sql("""
                        SELECT DISTINCT ON (organisation) id, version, organisation, person, language
                        FROM resources.membership_billing WHERE organisation = ANY (:organisations)
                        ORDER BY organisation, id DESC
                        """)
                .param(
                        "organisations",
                        organisations.stream().map(OrganisationId::value).toArray(UUID[]::new))
                .query(Billing.class)
                .list()
                .forEach(each -> said.put(each.organisation(), each));
        Map<PersonId, Reach> people = correspondence.reach(said.values().stream()
                .map(Billing::person)
                .filter(Objects::nonNull)
                .map(PersonId::new)
                .toList());
        Map<OrganisationId, BillingContact> contacts = new LinkedHashMap<>();
        correspondence.organisations(organisations).forEach((id, reach) -> {
            Billing named = said.get(id.value());
            UUID person = named == null ? null : named.person();
            contacts.put(id, contact(reach, named, person == null ? null : people.get(new PersonId(person))));
        });
        return contacts;
    }

    private static BillingContact contact(OrganisationReach reach, @Nullable Billing named, @Nullable Reach person) {
        String language = named != null && named.language() != null
                ? named.language()
                : person == null ? null : person.language();
        String own = BillingPolicy.of(reach.mails()).map(Mail::address).orElse(null);
        return new BillingContact(
                reach.who(),
                person == null ? null : person.who(),
                person != null && person.mail() != null ? person.mail() : own,
                language);
    }
}
