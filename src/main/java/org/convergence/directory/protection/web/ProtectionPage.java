package org.convergence.directory.protection.web;

import java.util.List;
import org.convergence.platform.shell.Tone;

/**
 * The list of protected people, under code names.
 *
 * @param inClear the records that could not be sealed again after an older backup was restored
 * @param mayReview whether the reader may review actions done alone
 * @param reviews their number
 * @param otherKeys whether the keys differ from those used for sealing
 * @param maySettle whether the reader may declare them lost
 */
public record ProtectionPage(
        List<ProtectedPersonLine> people,
        List<String> inClear,
        boolean mayProtect,
        boolean mayReview,
        int reviews,
        boolean otherKeys,
        boolean maySettle) {

    /** A protected person, with the degree in words. */
    public record ProtectedPersonLine(String codeName, String url, String about, Tone tone, String degree) {}
}
