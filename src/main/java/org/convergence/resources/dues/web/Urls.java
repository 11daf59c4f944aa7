package org.convergence.resources.dues.web;

/** The addresses of this room. */
final class Urls {

    static final String HOME = "/resources/dues";
    static final String RATES = HOME + "/rates";

    private Urls() {}
}
