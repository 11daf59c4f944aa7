package org.convergence.directory.consent.web;

import java.util.List;

/** « Peut-on lui écrire? » on a person's page. */
public record ConsentPart(List<ConsentState> states, String url, boolean mayRecord) {}
