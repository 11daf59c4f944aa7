package org.convergence.platform.settings;

import java.util.UUID;

/**
 * The settings as they stand, for who changes them.
 *
 * @param id of their one row, for its history
 * @param version by which two people's edits are told apart
 */
public record Standing(UUID id, int version, Settings settings) {

    /** Where the row lies, for its history. */
    public static final String TABLE = "platform.settings_organisation";
}
