package org.convergence.directory.consent.web;

import org.convergence.directory.people.PersonId;

/** The addresses of this module. */
final class ConsentUrls {

    static final String LIST = "/directory/consent";
    static final String SETTINGS = LIST + "/settings";

    private ConsentUrls() {}

    static String person(PersonId id) {
        return LIST + "/persons/" + id.value();
    }
}
