package org.convergence.resources.grant.web;

import java.util.List;
import org.convergence.directory.people.ChooserField;
import org.convergence.platform.audit.ChangeHistory;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Tone;
import org.convergence.resources.grant.GrantCallId;
import org.jspecify.annotations.Nullable;

/**
 * A call.
 *
 * @param facts what is known, in words; empty ones are left out
 * @param source the address of the source; {@code null} for none
 * @param decision the decision, who took it and why; {@code null} if it is open
 * @param unchecked whether it came back from last year and its dates are not checked
 */
public record GrantCallPage(
        GrantCallId typedId,
        String url,
        String title,
        String funder,
        Tone tone,
        String stage,
        List<CallFact> facts,
        @Nullable String source,
        @Nullable String decision,
        boolean unchecked,
        List<ApplicationLink> applications,
        boolean mayEdit,
        ChangeHistory history) {

    public String id() {
        return typedId.value().toString();
    }

    /** A labelled fact. */
    public record CallFact(String label, String text) {}

    /** A link to an application. */
    public record ApplicationLink(String url, String title, Tone tone, String state) {}

    static String url(GrantCallId id) {
        return GrantMenu.CALLS + "/" + id.value();
    }

    /**
     * Whether a call is worth it, on one page.
     *
     * @param lines what the grant brings and costs, in words; empty before the estimate
     * @param net the net grant in words; {@code null} before the estimate
     * @param loses whether it costs more than it brings
     * @param capacity the hours against the capacity left that month; {@code null} before the estimate
     * @param over whether more hours are needed than are left
     * @param match what of the match is free already, and what is missing; empty if none is asked
     * @param decision the present decision; {@code null} for none
     */
    public record WorthPage(
            String url,
            String title,
            List<CallFact> lines,
            @Nullable String net,
            boolean loses,
            @Nullable String capacity,
            boolean over,
            List<String> match,
            Form estimate,
            Form verdict,
            @Nullable ChooserField decidedBy,
            @Nullable String decision,
            boolean mayEdit) {}
}
