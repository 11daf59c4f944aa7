package org.convergence.directory.protection.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * How somebody's name was taken out of what the application keeps.
 *
 * @param texts rows that were changed
 * @param files files that were written anew
 * @param naming how many files still name her
 * @param leftFiles which these are, for a person to replace or take out; empty for who is not on her list
 * @param leftIn tables of which a rule kept a row as it was
 * @param backups those of the folder that hold her name
 */
public record Swept(
        Instant at, int texts, int files, int naming, List<UUID> leftFiles, List<String> leftIn, List<String> backups) {

    /** Whoever may not open her would read in a file whose the code name is. */
    Swept withoutFiles() {
        return new Swept(at, texts, files, naming, List.of(), leftIn, backups);
    }
}
