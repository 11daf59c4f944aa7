package org.convergence.directory.people;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How to write to people, for letters related to their function: a notice of meeting, a reminder. */
public interface ContactLookup {

    /**
     * How to reach each person, in one query; deleted people are left out.
     *
     * @throws org.springframework.security.access.AccessDeniedException without the permission to see contact details
     */
    Map<PersonId, PersonContact> findContacts(Collection<PersonId> people);

    /**
     * How to reach a person.
     *
     * @param mail a professional address if there is one, {@code null} for none
     * @param phone a professional number if there is one, {@code null} for none
     * @param language the code of the preferred language, {@code null} where unknown
     */
    record PersonContact(
            PersonName who,
            @Nullable String mail,
            @Nullable String phone,
            @Nullable String language) {}

    /**
     * How to reach organisations, in one query; deleted ones are left out.
     *
     * @throws org.springframework.security.access.AccessDeniedException without the permission to see contact details
     */
    Map<OrganisationId, OrganisationContact> findOrganisationContacts(Collection<OrganisationId> organisations);

    /**
     * How to reach an organisation.
     *
     * @param mails its own addresses, in order
     */
    record OrganisationContact(OrganisationName who, List<OrganisationMail> mails) {

        /** The first address; {@code null} for none. */
        public @Nullable String firstMail() {
            return mails.isEmpty() ? null : mails.get(0).address();
        }
    }

    /**
     * An address of an organisation.
     *
     * @param label what it is for, as typed; {@code null} for none
     */
    record OrganisationMail(String address, @Nullable String label) {}
}
