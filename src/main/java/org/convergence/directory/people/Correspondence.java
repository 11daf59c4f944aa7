package org.convergence.directory.people;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How to write to people, for letters that their function calls for: a notice of meeting, a reminder. */
public interface Correspondence {

    /**
     * How each is reached, in one query; those who are gone are left out.
     *
     * @throws org.springframework.security.access.AccessDeniedException for who may not see how people are reached
     */
    Map<PersonId, Reach> reach(Collection<PersonId> people);

    /**
     * How someone is reached.
     *
     * @param mail a professional address if there is any, {@code null} where none is known
     * @param language the code of the language that she prefers, {@code null} where she did not say
     */
    record Reach(
            PersonName who, @Nullable String mail, @Nullable String language) {}

    /**
     * How organisations are reached, in one query; those that are gone are left out.
     *
     * @throws org.springframework.security.access.AccessDeniedException for who may not see how people are reached
     */
    Map<OrganisationId, OrganisationReach> organisations(Collection<OrganisationId> organisations);

    /**
     * How an organisation is reached.
     *
     * @param mails its own addresses, as they are ordered there
     */
    record OrganisationReach(OrganisationName who, List<Mail> mails) {}

    /**
     * An address of an organisation.
     *
     * @param label what it is for, as somebody wrote it; {@code null} where nothing is said
     */
    record Mail(String address, @Nullable String label) {}
}
