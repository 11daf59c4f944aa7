package org.convergence.resources.membership.web;

import java.util.UUID;

/** The addresses of this module. */
final class MembershipUrls {

    static final String HOME = "/resources/membership";
    static final String CATEGORIES = HOME + "/categories";

    private MembershipUrls() {}

    static String membership(UUID id) {
        return HOME + "/" + id;
    }

    static String category(UUID id) {
        return CATEGORIES + "/" + id;
    }
}
