package org.convergence.directory.protection.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who can access a person's data.
 *
 * @param name the person's, {@code null} on one's own page
 * @param record the person's page in the directory, {@code null} where there is none or the reader may not open it
 * @param opened the actions on the identity, where it is sealed
 */
public record DataAccessPage(
        @Nullable String name,
        @Nullable String record,
        List<DataAccessLine> seen,
        List<ProtectedPage.IdentityActionLine> opened,
        List<String> taken) {

    /** A kind of personal data, and the names that may see it. */
    public record DataAccessLine(String what, String who) {}
}
