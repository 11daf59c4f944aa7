package org.convergence.resources.prospect.web;

import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;

/** The addresses of this room. */
final class ProspectUrls {

    static final String HOME = "/resources/prospect";

    private ProspectUrls() {}

    static String prospect(UUID id) {
        return HOME + "/" + id;
    }

    static String of(UUID follower) {
        return HOME + "/of/" + follower;
    }

    /** The page of a prospect in the directory. */
    static String party(Party party) {
        return (party instanceof OrganisationId ? "/directory/people/organisations/" : "/directory/people/persons/")
                + party.value();
    }
}
