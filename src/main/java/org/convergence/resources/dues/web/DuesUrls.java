package org.convergence.resources.dues.web;

import org.convergence.directory.people.OrganisationId;
import org.convergence.resources.dues.CallId;

/** The addresses of this module. */
final class DuesUrls {

    static final String HOME = "/resources/dues";
    static final String RATES = HOME + "/rates";
    static final String CALLS = HOME + "/calls";
    static final String ARRANGEMENTS = HOME + "/arrangements/of";

    private DuesUrls() {}

    static String call(CallId id) {
        return CALLS + "/" + id.value();
    }

    static String arrangement(OrganisationId organisation) {
        return ARRANGEMENTS + "/" + organisation.value();
    }
}
