package org.convergence.identity.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.identity.domain.AccountQueries;
import org.convergence.identity.domain.SignInAttemptService;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * The accounts with their roles; a form to invite one more; the last sign-in attempts.
 *
 * @param lapses the day from which a required role is vacant
 * @param form what was typed last
 * @param changed the account of that form; {@code null} for an invitation
 */
public record AccountsPage(
        List<AccountQueries.AccountRow> accounts,
        Map<Role, LocalDate> lapses,
        Form form,
        @Nullable UUID changed,
        List<SignInAttemptService.AttemptRow> attempts) {

    /** The roles that can be granted. */
    public List<Option> roles(Words t) {
        return Arrays.stream(Role.values())
                .map(role -> new Option(role.name(), t.say("identity.role", role.name())))
                .toList();
    }

    /** The form of an invitation. */
    public Form invitation() {
        return changed == null ? form : Form.named("invitation");
    }

    /** The form that grants a role to an account. */
    public Form grant(UUID account) {
        return account.equals(changed) ? form : Form.named("a" + account);
    }
}
