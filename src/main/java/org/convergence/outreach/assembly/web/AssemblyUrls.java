package org.convergence.outreach.assembly.web;

import java.util.UUID;

/** The addresses of this module. */
final class AssemblyUrls {

    static final String HOME = "/outreach/assembly";

    static final String DATES = HOME + "/dates";

    private AssemblyUrls() {}

    static String body(UUID id) {
        return HOME + "/bodies/" + id;
    }

    static String rules(UUID id) {
        return HOME + "/rules/" + id;
    }

    static String seat(UUID id) {
        return HOME + "/seats/" + id;
    }

    static String mandate(UUID id) {
        return HOME + "/mandates/" + id;
    }

    /** Opens a meeting without an account. */
    static String guest(String secret) {
        return HOME + "/link/" + secret;
    }

    static String meeting(UUID id) {
        return HOME + "/meetings/" + id;
    }
}
