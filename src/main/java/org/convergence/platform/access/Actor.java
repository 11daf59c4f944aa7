package org.convergence.platform.access;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The acting person with an account, the person's token, or the system itself.
 *
 * @param id the account's id; the nil UUID for the system and for visitors
 * @param label the audit's label: the account's display name, or the name of the system's work
 * @param personId the account's person, if the directory knows it
 * @param language the chosen language of pages, {@code null} if none is chosen
 * @param permissions keys of the permissions held now; the system holds all
 */
public record Actor(
        UUID id,
        String label,
        @Nullable UUID personId,
        @Nullable String language,
        Set<String> permissions) {

    private static final UUID NOBODY = new UUID(0, 0);
    private static final Set<String> EVERYTHING = Set.of("*");

    /** The id of the program that acts with the token of the installation. */
    public static final UUID AUTOMATION = new UUID(0, 1);

    /** An unidentified visitor, who may only use what is open. */
    public static final Actor VISITOR = new Actor(NOBODY, "visitor", null, null, Set.of());

    public Actor {
        permissions = Set.copyOf(permissions);
    }

    /** The system itself, for instance {@code system("backup")}. */
    public static Actor system(String work) {
        return new Actor(NOBODY, work, null, null, EVERYTHING);
    }

    /** Whether the actor holds the permission. */
    public boolean may(String permission) {
        return permissions.contains(permission) || permissions.equals(EVERYTHING);
    }

    /** Whether the actor is signed in, in person or by a token. */
    public boolean isKnown() {
        return !id.equals(NOBODY);
    }
}
