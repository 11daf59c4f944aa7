package org.convergence.example;

import java.util.Locale;
import org.convergence.identity.Role;

/** Someone of the example who may sign in, and as what. The first of each role shows it. */
enum Part {
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

    Part(Role role) {
        this.role = role;
    }

    Role role() {
        return role;
    }

    /** By which the files know her. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether nobody before has the same role. */
    boolean isFirst() {
        for (Part part : values()) {
            if (part.role == role) {
                return part == this;
            }
        }
        return true;
    }
}
