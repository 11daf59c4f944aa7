package org.convergence.platform.access;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who acts: a person with an account, a token of hers, or the system itself.
 *
 * @param id the account's id; the nil UUID for the system and for visitors
 * @param label what the audit shows: the account's display name, or the name of the work that the system does
 * @param personId the person behind the account, where the directory knows her
 * @param language the language of her pages, {@code null} where she has not chosen
 * @param permissions keys of what she may do now; the system may do everything
 */
public record Actor(
        UUID id,
        String label,
        @Nullable UUID personId,
        @Nullable String language,
        Set<String> permissions) {

    private static final UUID NOBODY = new UUID(0, 0);
    private static final Set<String> EVERYTHING = Set.of("*");

    /** Someone of whom nothing is known, who may only use what is open. */
    public static final Actor VISITOR = new Actor(NOBODY, "visitor", null, null, Set.of());

    public Actor {
        permissions = Set.copyOf(permissions);
    }

    /** The system at work for nobody in particular, for instance {@code system("backup")}. */
    public static Actor system(String work) {
        return new Actor(NOBODY, work, null, null, EVERYTHING);
    }

    /** Whether she may do what the key names. */
    public boolean may(String permission) {
        return permissions.contains(permission) || permissions.equals(EVERYTHING);
    }

    /** Whether someone signed in, in person or by a token. */
    public boolean isKnown() {
        return !id.equals(NOBODY);
    }
}
