package org.convergence.resources.membership.web;

import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;

/** The addresses of this room. */
final class Urls {

    static final String HOME = "/resources/membership";
    static final String CATEGORIES = HOME + "/categories";

    private Urls() {}

    static String membership(UUID id) {
        return HOME + "/" + id;
    }

    static String category(UUID id) {
        return CATEGORIES + "/" + id;
    }

    /** The page of a member in the directory. */
    static String member(Party member) {
        return (member instanceof OrganisationId ? "/directory/people/organisations/" : "/directory/people/persons/")
                + member.value();
    }
}
