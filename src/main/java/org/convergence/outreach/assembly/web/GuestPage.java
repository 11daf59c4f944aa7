package org.convergence.outreach.assembly.web;

import java.util.List;
import org.convergence.outreach.assembly.web.BodyPage.BodyFact;
import org.convergence.platform.publicform.FormShield;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.jspecify.annotations.Nullable;

/**
 * A meeting opened by a link.
 *
 * @param name its title with its day
 * @param cancelled the reason for its cancellation; {@code null} if not cancelled
 * @param reply the place for the reader's answer; {@code null} where none is expected
 * @param ballot the reader's ballot; {@code null} for a reader who is not checked in as a delegate
 * @param url the address of the link
 */
public record GuestPage(
        String name,
        String title,
        List<BodyFact> facts,
        List<MeetingPage.AgendaItemRow> points,
        List<FollowUpRow> pending,
        List<String> consultations,
        List<String> reviews,
        @Nullable String cancelled,
        @Nullable GuestReplyPart reply,
        @Nullable GuestBallotPart ballot,
        String url) {

    /** The ballot of the reader, and whether a vote by name is open. */
    public record GuestBallotPart(String url, boolean isOpen) {}

    /**
     * The answer of the reader.
     *
     * @param said the answer so far, in words; {@code null} for none
     * @param answers the buttons
     */
    public record GuestReplyPart(@Nullable String said, List<Option> answers, FormShield shield, Form form) {}
}
