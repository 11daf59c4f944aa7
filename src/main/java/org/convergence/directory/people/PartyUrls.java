package org.convergence.directory.people;

/** The page of a person or an organisation. */
public final class PartyUrls {

    private PartyUrls() {}

    /** The address of this page. */
    public static String of(Party party) {
        return (party instanceof OrganisationId ? "/directory/people/organisations/" : "/directory/people/persons/")
                + party.value();
    }
}
