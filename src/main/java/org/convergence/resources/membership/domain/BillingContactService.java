package org.convergence.resources.membership.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.ContactLookup;
import org.convergence.directory.people.ContactLookup.OrganisationContact;
import org.convergence.directory.people.ContactLookup.OrganisationMail;
import org.convergence.directory.people.ContactLookup.PersonContact;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.OptimisticLock;
import org.convergence.resources.membership.BillingContact;
import org.convergence.resources.membership.BillingContacts;
import org.convergence.resources.membership.MembershipPermissions;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads and sets the billing contacts of members. */
@Service
@Transactional
@Requires(MembershipPermissions.DECLARE)
public class BillingContactService implements BillingContacts {

    private final BillingContactRepository store;
    private final ContactLookup contactLookup;
    private final JdbcClient db;

    BillingContactService(BillingContactRepository store, ContactLookup contactLookup, JdbcClient db) {
        this.store = store;
        this.contactLookup = contactLookup;
        this.db = db;
    }

    /** The setting of an organisation; a blank one of version 0 if there is none. */
    @Transactional(readOnly = true)
    public BillingContactSetting findSetting(OrganisationId organisation) {
        return store.findFirstByOrganisationOrderByIdDesc(organisation.value())
                .orElseGet(() -> BillingContactSetting.blankFor(organisation.value()));
    }

    /**
     * Sets the contact and the language of an organisation.
     *
     * @param version shown in the form
     * @throws NotFound if there is no such organisation or person
     */
    public void setContact(
            OrganisationId organisation, int version, @Nullable PersonId person, @Nullable String language) {
        BillingContactSetting before = findSetting(organisation);
        OptimisticLock.requireSameVersion(BillingContactSetting.TABLE, before.id(), version, before.version());
        try {
            OptimisticLock.save(
                    store,
                    before.withContact(person == null ? null : person.value(), language),
                    BillingContactSetting.TABLE,
                    before.id(),
                    version);
        } catch (DataIntegrityViolationException gone) {
            throw new NotFound("contact");
        }
    }

    /**
     * Undoes a setting that came in with a list: deletes it, or removes its person where it existed before.
     *
     * @param version with which it was entered
     */
    public void undo(OrganisationId organisation, boolean existed, int version) {
        BillingContactSetting before = findSetting(organisation);
        OptimisticLock.requireSameVersion(BillingContactSetting.TABLE, before.id(), version, before.version());
        if (existed) {
            setContact(organisation, version, null, before.language());
        } else {
            store.delete(before);
        }
    }

    @Override
    @Transactional(readOnly = true)
    @Requires(MembershipPermissions.READ_HEADCOUNTS)
    public Map<OrganisationId, BillingContact> findByOrganisations(Collection<OrganisationId> organisations) {
        Map<UUID, BillingContactSetting> said = new HashMap<>();
        db.sql("""
                        SELECT DISTINCT ON (organisation) id, version, organisation, person, language
                        FROM resources.membership_billing WHERE organisation = ANY (:organisations)
                        ORDER BY organisation, id DESC
                        """)
                .param(
                        "organisations",
                        organisations.stream().map(OrganisationId::value).toArray(UUID[]::new))
                .query(BillingContactSetting.class)
                .list()
                .forEach(each -> said.put(each.organisation(), each));
        Map<PersonId, PersonContact> people = contactLookup.findContacts(said.values().stream()
                .map(BillingContactSetting::person)
                .filter(Objects::nonNull)
                .map(PersonId::new)
                .toList());
        Map<OrganisationId, BillingContact> contacts = new LinkedHashMap<>();
        contactLookup.findOrganisationContacts(organisations).forEach((id, reach) -> {
            BillingContactSetting named = said.get(id.value());
            UUID person = named == null ? null : named.person();
            contacts.put(id, contact(reach, named, person == null ? null : people.get(new PersonId(person))));
        });
        return contacts;
    }

    private static BillingContact contact(
            OrganisationContact reach, @Nullable BillingContactSetting named, @Nullable PersonContact person) {
        String language = named != null && named.language() != null
                ? named.language()
                : person == null ? null : person.language();
        String own = BillingAddressPolicy.choose(reach.mails())
                .map(OrganisationMail::address)
                .orElse(null);
        return new BillingContact(
                reach.who(),
                person == null ? null : person.who(),
                person != null && person.mail() != null ? person.mail() : own,
                language);
    }

    /**
     * The stored billing contact of a member.
     *
     * @param person {@code null} if the organisation itself is written to
     * @param language of the letters; {@code null} for that of the person, else the default
     */
    @Table(schema = "resources", value = "membership_billing")
    public record BillingContactSetting(
            @Id UUID id,
            @Version int version,
            UUID organisation,
            @Nullable UUID person,
            @Nullable String language) {

        static final String TABLE = "resources.membership_billing";

        static BillingContactSetting blankFor(UUID organisation) {
            return new BillingContactSetting(Ids.next(), 0, organisation, null, null);
        }

        BillingContactSetting withContact(@Nullable UUID somebody, @Nullable String inLanguage) {
            return new BillingContactSetting(id, version, organisation, somebody, inLanguage);
        }
    }
}
