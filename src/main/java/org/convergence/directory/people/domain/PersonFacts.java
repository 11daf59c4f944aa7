package org.convergence.directory.people.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a person. She has a given name or a family name.
 *
 * @param displayForm how she wants her name written, where it is not the one name then the other
 * @param pronoun as she says it
 * @param languages ISO 639 codes, the preferred one first
 */
public record PersonFacts(
        String givenName,
        String familyName,
        @Nullable String displayForm,
        @Nullable String pronoun,
        List<String> languages,
        List<ContactPoint> contactPoints,
        @Nullable String note) {

    public PersonFacts {
        languages = List.copyOf(languages);
        contactPoints = List.copyOf(contactPoints);
        if (givenName.isEmpty() && familyName.isEmpty()) {
            throw new IllegalArgumentException("a person has a name");
        }
    }

    /** Nothing but a name, as when one is added in passing. */
    public static PersonFacts named(String givenName, String familyName) {
        return new PersonFacts(givenName, familyName, null, null, List.of(), List.of(), null);
    }

    /** As it is shown. */
    public String displayName() {
        return displayForm != null ? displayForm : (givenName + " " + familyName).strip();
    }

    /** The first address of a channel, a professional one if there is any; empty where there is none. */
    public String first(ContactPoint.Channel channel) {
        return ContactPoint.first(contactPoints, channel);
    }
}
