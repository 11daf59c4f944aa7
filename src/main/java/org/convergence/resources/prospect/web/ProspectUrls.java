package org.convergence.resources.prospect.web;

import java.util.UUID;

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
}
