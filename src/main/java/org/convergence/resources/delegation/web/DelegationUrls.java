package org.convergence.resources.delegation.web;

/** The addresses of this module. */
final class DelegationUrls {

    static final String HOME = "/resources/delegation";
    static final String BYLAWS = HOME + "/bylaws";
    static final String SUSPENSIONS = HOME + "/suspensions";

    private DelegationUrls() {}
}
