package org.convergence.outreach.media.domain;

import java.util.List;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PersonId;
import org.convergence.outreach.media.MediaContactId;
import org.jspecify.annotations.Nullable;

/**
 * That a person of the directory works for the press. Names, addresses and functions are in the directory alone.
 *
 * @param outlet {@code null} for a contact who works for several
 * @param themes as typed
 * @param countries codes of the countries they cover; empty for all
 */
public record MediaContact(
        MediaContactId id,
        int version,
        PersonId person,
        String personName,
        @Nullable OrganisationId outlet,
        @Nullable String outletName,
        String themes,
        List<String> countries,
        @Nullable String note) {

    /** The most countries. */
    public static final int MOST_COUNTRIES = 50;

    public MediaContact {
        countries = List.copyOf(countries);
    }
}
