package org.convergence.platform.settings;

import java.util.UUID;

/**
 * The present settings, to be edited.
 *
 * @param id of their one row, for its history
 * @param version by which conflicting edits are detected
 */
public record VersionedProfile(UUID id, int version, OrganisationProfile settings) {

    /** The table of the row, for its history. */
    public static final String TABLE = "platform.settings_organisation";
}
