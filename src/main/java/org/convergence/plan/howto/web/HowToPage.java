package org.convergence.plan.howto.web;

import java.util.List;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.SafeHtml;
import org.jspecify.annotations.Nullable;

/**
 * The page of a how-to.
 *
 * @param url its address, with its operations below it
 * @param trust in words
 * @param doubt what is to be corrected, in the reader's words; {@code null} if nothing is
 * @param asks whether the reader is asked if it is still true
 * @param served the lines that it serves
 * @param lines the lines that may be added
 * @param versions number of its versions
 */
public record HowToPage(
        String title,
        String url,
        Tone tone,
        String trust,
        String used,
        @Nullable String doubt,
        boolean asks,
        SafeHtml text,
        List<HowToServedLine> served,
        List<Option> lines,
        boolean writes,
        int versions) {

    /**
     * The form of a new or existing how-to.
     *
     * @param subject the action for which it is written, {@code null} for none
     * @param others existing how-tos that could serve the action
     * @param tie where one of these is chosen
     * @param remove where it is deleted, {@code null} for a new one
     */
    public record HowToFormPage(
            String key,
            @Nullable String subject,
            String action,
            String cancel,
            Form form,
            @Nullable Conflict conflict,
            List<Option> others,
            String tie,
            @Nullable String remove) {}

    /**
     * Versions of a how-to, and one of them compared with the current one.
     *
     * @param first address of the latest ones; {@code null} if these are they
     * @param next address of the earlier ones; {@code null} if there are none
     * @param compared {@code null} if none is chosen
     */
    public record HowToVersionsPage(
            String title,
            String url,
            List<HowToVersionRow> rows,
            @Nullable String first,
            @Nullable String next,
            @Nullable HowToVersionComparison compared) {

        /** A version. */
        public record HowToVersionRow(int version, String url, String when, String who, boolean current) {}

        /** Two versions beside each other. */
        public record HowToVersionComparison(
                String heading, List<HowToVersionLine> before, List<HowToVersionLine> now) {}

        /**
         * A line of a version.
         *
         * @param apart whether the other one does not contain it
         */
        public record HowToVersionLine(String text, boolean apart) {}
    }

    /** A line that it serves. */
    public record HowToServedLine(String label, String url, String id) {}
}
