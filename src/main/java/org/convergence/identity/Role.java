package org.convergence.identity;

import java.util.Arrays;
import java.util.Set;
import org.convergence.platform.access.Permission.PermissionNature;

/** A user's role in the organisation, which determines the natures of permitted operations. */
public enum Role {
    COORDINATOR(
            PermissionNature.OWN,
            PermissionNature.READ,
            PermissionNature.READ_PEOPLE,
            PermissionNature.READ_MONEY,
            PermissionNature.RECORD,
            PermissionNature.EDIT,
            PermissionNature.DECIDE,
            PermissionNature.MONEY),
    STAFF(
            PermissionNature.OWN,
            PermissionNature.READ,
            PermissionNature.READ_PEOPLE,
            PermissionNature.READ_MONEY,
            PermissionNature.RECORD,
            PermissionNature.EDIT),
    ACCOUNTANT(
            PermissionNature.OWN,
            PermissionNature.READ,
            PermissionNature.READ_PEOPLE,
            PermissionNature.READ_MONEY,
            PermissionNature.MONEY),
    BOARD_MEMBER(PermissionNature.OWN, PermissionNature.READ, PermissionNature.READ_MONEY),
    /** A volunteer or an intern: records own activities, and sees neither contact details nor the sums of funders, budgets and events. */
    VOLUNTEER(PermissionNature.OWN, PermissionNature.READ, PermissionNature.RECORD),
    /** Reads everything but contact details, and changes nothing. */
    AUDITOR(PermissionNature.OWN, PermissionNature.READ, PermissionNature.READ_MONEY),
    /** Runs the system, without access to its contents. */
    ADMINISTRATOR(PermissionNature.OWN, PermissionNature.ADMINISTER);

    private final Set<PermissionNature> natures;

    Role(PermissionNature... natures) {
        this.natures = Set.copyOf(Arrays.asList(natures));
    }

    /** The natures of the operations that the role permits. */
    public Set<PermissionNature> natures() {
        return natures;
    }
}
