package org.convergence.directory.protection.web;

import org.convergence.directory.people.PersonId;

/** The addresses of this module. */
final class ProtectionUrls {

    static final String LIST = "/directory/protection";
    static final String REVIEWS = LIST + "/reviews";
    static final String MINE = LIST + "/mine";

    private ProtectionUrls() {}

    static String person(PersonId person) {
        return LIST + "/persons/" + person.value();
    }
}
