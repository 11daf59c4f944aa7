package org.convergence.resources.declaration.web;

import org.convergence.resources.declaration.domain.Round;

/** The addresses of this module. */
final class DeclarationUrls {

    static final String HOME = "/resources/declaration";

    private DeclarationUrls() {}

    static String round(Round round) {
        return HOME + "/" + round.id();
    }
}
