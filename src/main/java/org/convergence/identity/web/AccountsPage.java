package org.convergence.identity.web;

import java.util.Arrays;
import java.util.List;
import org.convergence.identity.Role;
import org.convergence.identity.domain.AccountList;
import org.convergence.identity.domain.SignInAttempts;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Words;

/** Who may sign in, as what and until when; a form to invite one more; the last attempts to sign in. */
public record AccountsPage(List<AccountList.Listed> accounts, Form invitation, List<SignInAttempts.Listed> attempts) {

    /** The roles that can be given. */
    public List<Option> roles(Words t) {
        return Arrays.stream(Role.values())
                .map(role -> new Option(role.name(), t.say("identity.role", role.name())))
                .toList();
    }
}
