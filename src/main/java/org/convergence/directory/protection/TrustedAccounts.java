package org.convergence.directory.protection;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The accounts that may be trusted with an identity, and how they are notified; implemented by the module of accounts.
 */
public interface TrustedAccounts {

    /**
     * An open account.
     *
     * @param mail its address for notices
     * @param language of its letters, {@code null} where none is chosen
     * @param person its person in the directory, {@code null} where none is linked
     * @param seesPeople whether it may see contact details
     * @param decides whether it binds the organisation
     */
    record TrustedAccount(
            UUID account,
            String name,
            String mail,
            @Nullable String language,
            @Nullable UUID person,
            boolean seesPeople,
            boolean decides) {}

    /** The open accounts with a role today, by name. */
    List<TrustedAccount> findAll();

    /** The names of those with a permission. */
    List<String> findNamesWithPermission(String permission);

    /**
     * Closes the open accounts of a person, in the caller's transaction; the caller has checked the permission.
     *
     * @throws org.convergence.platform.database.Refused where no account would remain to manage accounts, or to
     *     coordinate
     */
    void closeAccountsOf(UUID person);

    /** Finds one of them; empty where it is closed, unknown or without a role. */
    default Optional<TrustedAccount> findById(UUID account) {
        return findAll().stream().filter(each -> each.account().equals(account)).findFirst();
    }
}
