package org.convergence.resources.membership.web;

import java.util.UUID;

/** The addresses of this module. */
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
}
