package org.convergence.identity;

import java.util.Arrays;
import java.util.Set;
import org.convergence.platform.access.Permission.Nature;

/** A user's role in the organisation, which determines the natures of permitted operations. */
public enum Role {
    COORDINATOR(Nature.OWN, Nature.READ, Nature.READ_PEOPLE, Nature.RECORD, Nature.EDIT, Nature.DECIDE, Nature.MONEY),
    STAFF(Nature.OWN, Nature.READ, Nature.READ_PEOPLE, Nature.RECORD, Nature.EDIT),
    ACCOUNTANT(Nature.OWN, Nature.READ, Nature.READ_PEOPLE, Nature.MONEY),
    BOARD_MEMBER(Nature.OWN, Nature.READ),
    /** A volunteer or an intern: records own activities, and sees no contact details. */
    VOLUNTEER(Nature.OWN, Nature.READ, Nature.RECORD),
    /** Reads everything, and changes nothing. */
    AUDITOR(Nature.OWN, Nature.READ),
    /** Runs the system, without access to its contents. */
    ADMINISTRATOR(Nature.OWN, Nature.ADMINISTER);

    private final Set<Nature> natures;

    Role(Nature... natures) {
        this.natures = Set.copyOf(Arrays.asList(natures));
    }

    /** The natures of the operations that the role permits. */
    public Set<Nature> natures() {
        return natures;
    }
}
