package org.convergence.outreach.assembly.web;

import java.util.List;
import org.convergence.platform.shell.Option;
import org.jspecify.annotations.Nullable;

/**
 * The form of a meeting.
 *
 * @param bodies options; empty if the body is known
 * @param tells whether people already convened are informed of changes
 * @param usualDay on which day the body usually meets; {@code null} if that is unknown
 * @param called the request of members for which it is called; {@code null} for none
 */
public record MeetingFormPage(
        AssemblyFormPage frame,
        List<Option> bodies,
        List<Option> places,
        boolean tells,
        @Nullable String usualDay,
        @Nullable CalledRequisition called) {

    MeetingFormPage(AssemblyFormPage frame, List<Option> bodies, List<Option> places, boolean tells) {
        this(frame, bodies, places, tells, null, null);
    }

    /** A request of members, in words. */
    public record CalledRequisition(String id, boolean byMembers, String words) {}
}
