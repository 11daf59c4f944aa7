package org.convergence.identity.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.identity.domain.AccountList;
import org.convergence.identity.domain.SignInAttempts;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * Who may sign in, as what and until when; a form to invite one more; the last attempts to sign in.
 *
 * @param lapses the day from which on nobody will hold a role that somebody must hold
 * @param form what was typed last
 * @param changed the account that it is about; {@code null} where it is an invitation
 */
public record AccountsPage(
        List<AccountList.Listed> accounts,
        Map<Role, LocalDate> lapses,
        Form form,
        @Nullable UUID changed,
        List<SignInAttempts.Listed> attempts) {

    /** The roles that can be given. */
    public List<Option> roles(Words t) {
        return Arrays.stream(Role.values())
                .map(role -> new Option(role.name(), t.say("identity.role", role.name())))
                .toList();
    }

    /** The form that invites someone. */
    public Form invitation() {
        return changed == null ? form : Form.named("invitation");
    }

    /** The form that gives a role to an account. */
    public Form grant(UUID account) {
        return account.equals(changed) ? form : Form.named("a" + account);
    }
}
