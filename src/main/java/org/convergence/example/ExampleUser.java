package org.convergence.example;

import java.util.Locale;
import org.convergence.identity.Role;

/** A user of the example who may sign in, with a role. The first user of each role represents it. */
enum ExampleUser {
    MARYSE(Role.COORDINATOR),
    IDRISS(Role.STAFF),
    GUYLAINE(Role.ACCOUNTANT),
    THERESE(Role.BOARD_MEMBER),
    ELODIE(Role.VOLUNTEER),
    WILFRID(Role.AUDITOR),
    HUU(Role.ADMINISTRATOR),
    NADEGE(Role.STAFF),
    WAPIKONI(Role.STAFF),
    SOLANGE(Role.VOLUNTEER),
    JEANGUY(Role.BOARD_MEMBER);

    private final Role role;

    ExampleUser(Role role) {
        this.role = role;
    }

    Role role() {
        return role;
    }

    /** The key of the person in the files. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is the first user with this role. */
    boolean isFirst() {
        for (ExampleUser part : values()) {
            if (part.role == role) {
                return part == this;
            }
        }
        return true;
    }
}
