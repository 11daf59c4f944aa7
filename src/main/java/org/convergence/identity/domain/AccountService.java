package org.convergence.identity.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.convergence.identity.IdentityPermissions;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Manages accounts and their roles, for the administrator. */
@Service
@Requires(IdentityPermissions.ACCOUNTS)
@Transactional
public class AccountService {

    private static final Pattern MAIL =
            Pattern.compile("[^\\s@<>\",;:\\\\]+@[^\\s@<>\",;:\\\\]+\\.[^\\s@<>\",;:\\\\.]+");

    private final AccountRepository accounts;
    private final SessionService sessions;
    private final SignInLetters letters;
    private final RoleGrantWriter roleGrantWriter;
    private final SuccessionService succession;
    private final Clock clock;

    AccountService(
            AccountRepository accounts,
            SessionService sessions,
            SignInLetters letters,
            RoleGrantWriter roleGrantWriter,
            SuccessionService succession,
            Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.letters = letters;
        this.roleGrantWriter = roleGrantWriter;
        this.succession = succession;
        this.clock = clock;
    }

    /**
     * Opens an account and sends its owner an invitation.
     *
     * @param until the last day of the role, {@code null} if no end is known
     */
    public UUID invite(String name, String mail, Role role, @Nullable LocalDate until) {
        UUID id = open(name, mail, null, List.of(role), until);
        letters.sendInvitation(id);
        roleGrantWriter.notifyFromToday(id, role, until);
        return id;
    }

    /** Opens an account with roles from today; the caller informs its owner. */
    UUID open(String name, String mail, @Nullable String language, List<Role> roles, @Nullable LocalDate until) {
        if (name.isBlank() || name.length() > 200) {
            throw new Refused("identity.account.name_missing");
        }
        String address = mail.strip();
        if (address.length() > 254 || !MAIL.matcher(address).matches()) {
            throw new Refused("identity.account.mail_wrong");
        }
        Account account = Account.open(Ids.next(), address, name.strip(), language, clock.instant());
        try {
            accounts.save(account);
        } catch (DuplicateKeyException e) {
            throw new Refused("identity.account.mail_taken");
        }
        roleGrantWriter.grantFromToday(account.id(), roles, until);
        return account.id();
    }

    /** Sends a new invitation to an open account. */
    public void inviteAgain(UUID account) {
        letters.sendInvitation(findOpen(account).id());
    }

    /**
     * Grants a role from a day to a day, and notifies the coordinators (R-ROLE-1).
     *
     * @throws Refused if it is the current user's own account
     */
    public void grant(UUID account, Role role, LocalDate from, @Nullable LocalDate until) {
        if (account.equals(CurrentActor.get().id())) {
            throw new Refused("identity.grant.own");
        }
        roleGrantWriter.grantAndNotify(findOpen(account).id(), role, from, until);
    }

    /**
     * Sets the last day of a role; a role that begins later is deleted.
     *
     * @throws Refused if no administrator or no coordinator would be left
     */
    public void endGrant(UUID grantId, LocalDate lastDay) {
        succession.runIfNotVacant(() -> roleGrantWriter.end(grantId, lastDay));
    }

    /**
     * Closes an account: its sessions end at once, its history stays.
     *
     * @throws Refused if it is the current user's own, or no administrator or no coordinator would be left
     */
    public void close(UUID accountId) {
        if (accountId.equals(CurrentActor.get().id())) {
            throw new Refused("identity.account.own");
        }
        succession.runIfNotVacant(() -> {
            accounts.save(findOpen(accountId).closed(clock.instant()));
            sessions.endAll(accountId);
        });
    }

    private Account findOpen(UUID id) {
        return accounts.findById(id)
                .filter(account -> account.closedAt() == null)
                .orElseThrow(NotFound::new);
    }
}
