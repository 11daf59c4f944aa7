package org.convergence.directory.consent.web;

import java.util.List;

/** « Peut-on lui écrire? » on a person's page. */
public record ConsentPart(List<ConsentStateRow> states, String url, boolean mayRecord) {}
