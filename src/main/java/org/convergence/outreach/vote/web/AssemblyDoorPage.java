package org.convergence.outreach.vote.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * The door of an assembly.
 *
 * @param quorum in one sentence, as of now; {@code null} until the door is open
 * @param cards the cards of those present, in one sentence
 * @param search the part of a name that is looked for
 * @param phoneUrl the door on a phone; {@code null} for users who do not check in
 * @param movements the latest changes of voting rights, with their times
 */
public record AssemblyDoorPage(
        String url,
        String title,
        String meetingUrl,
        @Nullable String quorum,
        boolean isReached,
        String cards,
        Form search,
        List<DoorRow> rows,
        List<String> movements,
        boolean mayOpen,
        boolean isOpen,
        @Nullable String phoneUrl) {

    /** A delegation at the door. */
    public record DoorRow(String url, String name, String right, Tone tone, String state) {}

    /**
     * A delegation on the phone of the door.
     *
     * @param right its delegates and cards, or why it has none
     * @param obstacle why no other delegate can be checked in; {@code null} if one can
     * @param form the next delegate; drawn only if one can be checked in
     */
    public record DelegationPage(
            String url,
            String doorUrl,
            String name,
            String right,
            List<DelegateRow> delegates,
            @Nullable String obstacle,
            Form form,
            boolean mayCheckIn) {}

    /**
     * The voting link of a delegate, shown once.
     *
     * @param path the dark modules of its QR code
     * @param size modules on each side
     */
    public record VoteLinkPage(String backUrl, String name, String link, String path, int size) {}

    /**
     * A delegate of a delegation.
     *
     * @param substitute the form of a substitute
     */
    public record DelegateRow(
            String url, String name, String detail, Tone tone, String state, boolean isPresent, Form substitute) {}
}
