package org.convergence.identity.web;

import java.util.List;
import org.convergence.identity.domain.AccountPersons.Named;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;

/**
 * With which account a person of the directory signs in.
 *
 * @param url where the page is; what is done goes below it
 * @param back the person's own page
 * @param hers the accounts that are hers
 * @param free those that may be
 */
public record PersonAccountPage(
        String person, String url, String back, List<Named> hers, List<Option> free, Form form) {}
