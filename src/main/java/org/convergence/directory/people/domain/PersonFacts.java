package org.convergence.directory.people.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The data of a person, with a given name or a family name.
 *
 * @param displayForm the name in the form the person wants, where it is not given name then family name
 * @param pronoun in the person's own words
 * @param languages ISO 639 codes, preferred first
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

    /** A person with a name only, as when created from a chooser. */
    public static PersonFacts named(String givenName, String familyName) {
        return new PersonFacts(givenName, familyName, null, null, List.of(), List.of(), null);
    }

    /** The name to show. */
    public String displayName() {
        return displayForm != null ? displayForm : (givenName + " " + familyName).strip();
    }

    /** The first value of a channel, a professional one if there is one; empty for none. */
    public String first(ContactPoint.ContactChannel channel) {
        return ContactPoint.first(contactPoints, channel);
    }
}
