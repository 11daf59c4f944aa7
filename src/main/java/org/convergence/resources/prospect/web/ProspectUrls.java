package org.convergence.resources.prospect.web;

import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;

/** The addresses of this module. */
final class ProspectUrls {

    static final String HOME = "/resources/prospect";

    private ProspectUrls() {}

    static String prospect(UUID id) {
        return HOME + "/" + id;
    }

    static String followerList(UUID follower) {
        return HOME + "/of/" + follower;
    }

    /** The form that admits a party. */
    static String admission(Party party) {
        return "/resources/membership/new?" + (party instanceof OrganisationId ? "organisation=" : "person=")
                + party.value();
    }
}
