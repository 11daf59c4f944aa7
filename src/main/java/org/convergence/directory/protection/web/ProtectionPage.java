package org.convergence.directory.protection.web;

import java.util.List;
import org.convergence.platform.shell.Tone;

/**
 * Those who are protected, under code names.
 *
 * @param inClear the records of those who were protected and could not be again after an older backup was restored
 * @param mayReview whether what others did alone is for the reader to look at
 * @param reviews how much of it waits
 * @param otherKeys whether the keys are not those under which people were sealed
 * @param maySettle whether the reader may say that they are lost
 */
public record ProtectionPage(
        List<Line> people,
        List<String> inClear,
        boolean mayProtect,
        boolean mayReview,
        int reviews,
        boolean otherKeys,
        boolean maySettle) {

    /** One of them, with her degree in words. */
    public record Line(String codeName, String url, String about, Tone tone, String degree) {}
}
