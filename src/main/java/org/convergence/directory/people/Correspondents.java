package org.convergence.directory.people;

import java.util.Collection;
import java.util.Map;

/** Recognises those who write by their mail addresses, and enters those whom the directory does not know. */
public interface Correspondents {

    /**
     * Who is behind some addresses, in two queries however many they are: people and organisations by an address of
     * theirs; organisations also by what stands after the {@code @}, unless everybody has it.
     */
    Recognised recognise(Collection<String> mails);

    /** Enters a person with her name and her address at work. */
    PersonId enter(String name, String mail);

    /** Who was recognised, by address in small letters. */
    record Recognised(Map<String, PersonName> people, Map<String, OrganisationName> organisations) {}
}
