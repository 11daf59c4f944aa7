package org.convergence.directory.people;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Recognises senders of mail by their addresses, and enters unknown ones in the directory. */
public interface SenderDirectory {

    /**
     * The people and organisations of some addresses, in two queries whatever their number: by a known address;
     * organisations also by the domain, except those of public providers.
     */
    RecognisedSenders recognise(Collection<String> mails);

    /**
     * The owners of an address. An address that several share, that an organisation has, or that only a merged record
     * had, belongs to no single person: a consent given from it cannot be attributed without a person who looks.
     */
    MailOwner findOwner(String mail);

    /**
     * The owner of an address.
     *
     * @param person the one living person who has it today; {@code null} if there is none, or not one alone
     * @param known whether the directory has the address at all
     */
    record MailOwner(@Nullable PersonId person, boolean known) {}

    /** Enters a person with a name and a work address. */
    PersonId enter(String name, String mail);

    /** The recognised senders, by lower-case address. */
    record RecognisedSenders(Map<String, PersonName> people, Map<String, OrganisationName> organisations) {}
}
