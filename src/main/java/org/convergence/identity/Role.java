package org.convergence.identity;

import java.util.Arrays;
import java.util.Set;
import org.convergence.platform.access.Permission.Nature;

/** What someone is to the organisation, and so which kinds of acts are hers. */
public enum Role {
    COORDINATOR(Nature.OWN, Nature.READ, Nature.READ_PEOPLE, Nature.RECORD, Nature.EDIT, Nature.DECIDE, Nature.MONEY),
    STAFF(Nature.OWN, Nature.READ, Nature.READ_PEOPLE, Nature.RECORD, Nature.EDIT),
    ACCOUNTANT(Nature.OWN, Nature.READ, Nature.READ_PEOPLE, Nature.MONEY),
    BOARD_MEMBER(Nature.OWN, Nature.READ),
    /** A volunteer or an intern: records what she did, and sees no contact details. */
    VOLUNTEER(Nature.OWN, Nature.READ, Nature.RECORD),
    /** Reads, and changes nothing. */
    AUDITOR(Nature.OWN, Nature.READ),
    /** Runs the system, and sees none of its contents. */
    ADMINISTRATOR(Nature.OWN, Nature.ADMINISTER);

    private final Set<Nature> natures;

    Role(Nature... natures) {
        this.natures = Set.copyOf(Arrays.asList(natures));
    }

    /** The kinds of acts that the role may do. */
    public Set<Nature> natures() {
        return natures;
    }
}
