package org.convergence.directory.people.domain;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.convergence.directory.people.OrganisationKind;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.platform.access.CurrentActor;
import org.jspecify.annotations.Nullable;

/**
 * The data of an organisation. Its contacts and its note are read by those who may read people's contact details.
 *
 * @param name the full name, 1 to 300 characters
 * @param shortName acronym or short name, at most 60 characters
 * @param otherNames former names, names in other languages; at most 20
 * @param place {@code QC-01} to {@code QC-17}, or a country's ISO code
 * @param website beginning with {@code http://} or {@code https://}
 */
public record OrganisationFacts(
        String name,
        @Nullable String shortName,
        List<String> otherNames,
        OrganisationKind kind,
        @Nullable String place,
        @Nullable String website,
        List<ContactPoint> contactPoints,
        @Nullable String note) {

    private static final int LONGEST_ADDRESS = 500;
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s/]+\\.[^\\s]+");

    public OrganisationFacts {
        otherNames = List.copyOf(otherNames);
        contactPoints = List.copyOf(contactPoints);
    }

    /** An organisation with a name only, as when created from a chooser. */
    public static OrganisationFacts named(String name) {
        return new OrganisationFacts(name, null, List.of(), OrganisationKind.OTHER, null, null, List.of(), null);
    }

    /** What the current actor may read: all, or all but the contacts and the internal note. */
    OrganisationFacts asReadable() {
        return mayReadContacts() ? this : withContactsOf(named(name));
    }

    /** What the current actor may write: an actor who sees no contacts leaves those of the record as they are. */
    OrganisationFacts asChangeOf(OrganisationFacts present) {
        return mayReadContacts() ? this : withContactsOf(present);
    }

    /** Whether the current actor sees contacts and internal notes of organisations, as those of people. */
    public static boolean mayReadContacts() {
        return CurrentActor.get().may(PeoplePermissions.READ_PEOPLE);
    }

    private OrganisationFacts withContactsOf(OrganisationFacts other) {
        return new OrganisationFacts(
                name, shortName, otherNames, kind, place, website, other.contactPoints(), other.note());
    }

    /** Reads a website's address, with or without its scheme; empty where it is invalid. */
    public static Optional<String> address(String written) {
        String stripped = written.strip();
        String address = stripped.matches("(?i)[a-z]+://.*") ? stripped : "https://" + stripped;
        return ADDRESS.matcher(address).matches() && address.length() <= LONGEST_ADDRESS
                ? Optional.of(address)
                : Optional.empty();
    }
}
