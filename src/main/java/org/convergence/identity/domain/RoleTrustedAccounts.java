package org.convergence.identity.domain;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.protection.ProtectionPermissions;
import org.convergence.directory.protection.TrustedAccounts;
import org.convergence.identity.AccountActors;
import org.convergence.platform.access.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounts that may be trusted with an identity: those with a role today. */
@Component
record RoleTrustedAccounts(AccountActors accounts, AccountService accountService, JdbcClient db)
        implements TrustedAccounts {

    @Override
    public List<TrustedAccount> findAll() {
        return accounts.findAll().stream()
                .flatMap(actor -> trusted(actor).stream())
                .sorted(Comparator.comparing(TrustedAccount::name, Collator.getInstance(Locale.CANADA_FRENCH)))
                .toList();
    }

    @Override
    public List<String> findNamesWithPermission(String permission) {
        return accounts.findAll().stream()
                .filter(actor -> actor.may(permission))
                .map(Actor::label)
                .distinct()
                .sorted(Collator.getInstance(Locale.CANADA_FRENCH))
                .toList();
    }

    @Override
    public void closeAccountsOf(UUID person) {
        db.sql("SELECT id FROM identity.account WHERE person_id = ? AND closed_at IS NULL ORDER BY id")
                .param(person)
                .query(UUID.class)
                .list()
                .forEach(accountService::close);
    }

    private Optional<TrustedAccount> trusted(Actor actor) {
        return accounts.findMail(actor.id())
                .map(mail -> new TrustedAccount(
                        actor.id(),
                        actor.label(),
                        mail,
                        actor.language(),
                        actor.personId(),
                        actor.may(PeoplePermissions.READ_PEOPLE),
                        actor.may(ProtectionPermissions.SETTLE)));
    }
}
