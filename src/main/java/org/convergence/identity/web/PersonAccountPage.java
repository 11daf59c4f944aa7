package org.convergence.identity.web;

import java.util.List;
import org.convergence.identity.domain.AccountLinkService.NamedAccount;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;

/**
 * The accounts with which a person of the directory signs in.
 *
 * @param url its address, with its operations below it
 * @param back the person's own page
 * @param hers the linked accounts
 * @param free accounts that can be linked
 */
public record PersonAccountPage(
        String person, String url, String back, List<NamedAccount> hers, List<Option> free, Form form) {}
