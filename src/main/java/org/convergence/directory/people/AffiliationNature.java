package org.convergence.directory.people;

import java.util.Locale;

/** The nature of an affiliation between two organisations. */
public enum AffiliationNature {
    /** A union to its central, federation or regional council. */
    AFFILIATED,
    /** A section to its union. */
    SECTION_OF,
    /** A committee to the organisation that set it up. */
    COMMITTEE_OF,
    /** A member to a coalition, network or association. */
    MEMBER_OF;

    /** The message key of its name. */
    public String key() {
        return "people.nature." + name().toLowerCase(Locale.ROOT);
    }

    /** The most frequent nature for an organisation of a kind. */
    public static AffiliationNature usualOf(OrganisationKind kind) {
        return switch (kind) {
            case UNION_CENTRAL, FEDERATION, REGIONAL_COUNCIL, LOCAL_UNION -> AFFILIATED;
            case UNION_SECTION -> SECTION_OF;
            case COMMITTEE -> COMMITTEE_OF;
            default -> MEMBER_OF;
        };
    }
}
