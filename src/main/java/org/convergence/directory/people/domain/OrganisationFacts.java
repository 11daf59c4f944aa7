package org.convergence.directory.people.domain;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.convergence.directory.people.OrganisationKind;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an organisation.
 *
 * @param name in full, 1 to 300 characters
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

    /** Nothing but a name, as when one is added in passing. */
    public static OrganisationFacts named(String name) {
        return new OrganisationFacts(name, null, List.of(), OrganisationKind.OTHER, null, null, List.of(), null);
    }

    /** The first address of a channel, a professional one if there is any; empty where there is none. */
    public String first(ContactPoint.Channel channel) {
        return ContactPoint.first(contactPoints, channel);
    }

    /** A website's address as someone wrote it, with or without what stands before the host, if it is one. */
    public static Optional<String> address(String written) {
        String stripped = written.strip();
        String address = stripped.matches("(?i)[a-z]+://.*") ? stripped : "https://" + stripped;
        return ADDRESS.matcher(address).matches() && address.length() <= LONGEST_ADDRESS
                ? Optional.of(address)
                : Optional.empty();
    }
}
