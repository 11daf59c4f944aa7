package org.convergence.resources.impact.web;

import java.util.List;
import java.util.UUID;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageAddress;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.shell.WorkProgress;
import org.convergence.platform.text.SafeHtml;
import org.convergence.resources.impact.domain.LeafletPeriod;
import org.jspecify.annotations.Nullable;

/**
 * The members of a period, with the leaflet of each.
 *
 * @param lead how many members, and how many leaflets
 * @param work the run under way; {@code null} if there is none
 * @param halted address of the last run, if it stopped and can be resumed; otherwise {@code null}
 * @param outcome the result of the last run for this period; {@code null} if there was none
 * @param all address of all leaflets in one file; {@code null} if there is none
 * @param makes whether the reader may make leaflets
 */
public record ImpactPage(
        Form form,
        String lead,
        List<ImpactRow> rows,
        @Nullable WorkProgress work,
        @Nullable String halted,
        @Nullable String outcome,
        @Nullable String all,
        boolean makes,
        @Nullable String first,
        @Nullable String next) {

    static final String HOME = "/resources/impact";

    /**
     * A member.
     *
     * @param note what the leaflet leaves out because it names a person; empty if nothing
     * @param preview address of the preview; {@code null} without the permission
     * @param file address of the leaflet; {@code null} if none was made yet
     */
    public record ImpactRow(
            String name,
            String shortName,
            String url,
            Tone tone,
            String state,
            String note,
            @Nullable String preview,
            @Nullable String file) {}

    /**
     * The preview of a member's leaflet.
     *
     * @param period in words
     * @param languages available languages, as tabs
     * @param notes what is left out, and why
     * @param action address that makes the leaflet, with its period and language
     * @param stands whether the stored leaflet has exactly this content
     */
    public record LeafletPreviewPage(
            String member,
            String period,
            List<Tab> languages,
            List<String> notes,
            SafeHtml paper,
            String action,
            String pdf,
            String back,
            boolean stands,
            @Nullable String language,
            String from,
            String to) {}

    /**
     * The leaflets of a member, on its page.
     *
     * @param files address and period of each, the latest first
     */
    public record ImpactPart(List<Option> files) {}

    static PageAddress home(LeafletPeriod span) {
        return of(HOME, span);
    }

    /** The preview of a member's leaflet. */
    static PageAddress preview(UUID organisation, LeafletPeriod span) {
        return of(HOME + "/of/" + organisation, span);
    }

    static PageAddress of(String path, LeafletPeriod span) {
        return PageAddress.of(path)
                .with("from", span.from().toString())
                .with("to", span.to().toString());
    }
}
