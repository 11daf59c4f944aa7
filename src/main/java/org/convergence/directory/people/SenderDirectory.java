package org.convergence.directory.people;

import java.util.Collection;
import java.util.Map;

/** Recognises senders of mail by their addresses, and enters unknown ones in the directory. */
public interface SenderDirectory {

    /**
     * The people and organisations of some addresses, in two queries whatever their number: by a known address;
     * organisations also by the domain, except those of public providers.
     */
    RecognisedSenders recognise(Collection<String> mails);

    /** Enters a person with a name and a work address. */
    PersonId enter(String name, String mail);

    /** The recognised senders, by lower-case address. */
    record RecognisedSenders(Map<String, PersonName> people, Map<String, OrganisationName> organisations) {}
}
