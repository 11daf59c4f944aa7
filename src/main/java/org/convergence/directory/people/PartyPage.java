package org.convergence.directory.people;

/** Where the directory shows someone. */
public final class PartyPage {

    private PartyPage() {}

    /** The address of the page of a person or of an organisation. */
    public static String of(Party party) {
        return (party instanceof OrganisationId ? "/directory/people/organisations/" : "/directory/people/persons/")
                + party.value();
    }
}
