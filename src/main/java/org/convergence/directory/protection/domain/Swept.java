package org.convergence.directory.protection.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * How somebody's name was taken out of what the application keeps.
 *
 * @param texts rows that were changed
 * @param files files that were written anew
 * @param leftFiles files that still name her, for a person to replace or take out
 * @param leftIn tables of which a rule kept a row as it was
 * @param backups those of the folder that hold her name
 */
public record Swept(
        Instant at, int texts, int files, List<UUID> leftFiles, List<String> leftIn, List<String> backups) {}
