package org.convergence.directory.protection;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answered by the room that keeps accounts: whom one may trust with an identity, and how they are told. */
public interface TrustedAccounts {

    /**
     * An open account.
     *
     * @param mail where it is told
     * @param language of its letters, {@code null} where none was chosen
     * @param person who it is in the directory, {@code null} where nobody says so
     * @param seesPeople whether it may see how people are reached
     * @param decides whether it binds the organisation
     */
    record Trusted(
            UUID account,
            String name,
            String mail,
            @Nullable String language,
            @Nullable UUID person,
            boolean seesPeople,
            boolean decides) {}

    /** The open accounts that have a role today, by name. */
    List<Trusted> all();

    /** The names of those of them who may do what a permission names. */
    List<String> whoMay(String permission);

    /**
     * Closes the open accounts of somebody, in the caller's transaction; whoever calls it has checked that she may.
     *
     * @throws org.convergence.platform.database.Refused where nobody would be left to keep the accounts, or to coordinate
     */
    void closeOf(UUID person);

    /** One of them; empty where it is closed, unknown or without a role. */
    default Optional<Trusted> find(UUID account) {
        return all().stream().filter(each -> each.account().equals(account)).findFirst();
    }
}
