package org.convergence.outreach.vote.web;

import java.util.List;
import org.convergence.directory.people.ChooserField;
import org.convergence.outreach.vote.domain.Delegate.ExpectedDelegate;
import org.convergence.outreach.vote.domain.Vote;
import org.convergence.outreach.vote.domain.Vote.RollEntry;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.shell.TranslatedPage;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * A vote: what is voted, its amendments or candidates, the count, and the result that the chair announces.
 *
 * @param facts its kind, majority and method, in one line
 * @param result as the chair announces it; {@code null} before it is closed
 * @param details the scrutineers' batch, the ballots by name; empty for none
 * @param step what can be done next; {@code null} for a reader, and once it is closed
 * @param lackOfQuorum how far the quorum is missing, before the vote is opened; {@code null} if it is reached
 * @param movers the delegates in the hall, who may propose and second a text that is opened; empty otherwise
 * @param cast the ballots that arrived in an open vote by name, never for which choice; {@code null} otherwise
 * @param form of the next step
 * @param online the hands of those who attend by video call; {@code null} unless a vote by hands is counted
 * @param add the form of an amendment or a candidate; {@code null} if none can be added
 * @param resolutionUrl the resolution that it became; {@code null} for none
 * @param maySeat whether the mandates of those elected can be recorded now
 */
public record VotePage(
        String url,
        String votesUrl,
        Vote vote,
        String text,
        String facts,
        Tone tone,
        String state,
        @Nullable String result,
        List<String> details,
        List<VoteRow> amendments,
        List<CandidateRow> candidates,
        @Nullable VoteStep step,
        @Nullable String lackOfQuorum,
        List<Option> movers,
        @Nullable String cast,
        Form form,
        @Nullable OnlineHands online,
        @Nullable Form add,
        @Nullable String resolutionUrl,
        boolean maySeat) {

    /** Whether the count was refused because all ballots say the same. */
    public boolean isUnanimous() {
        return form.problems().stream().anyMatch(each -> each.key().equals("vote.refused.unanimous"));
    }

    /**
     * The hands of those who attend by video call.
     *
     * @param form of the hall's hands and the report of the poll
     * @param counted what the report says; {@code null} before it is read
     * @param uncounted the names that were not counted; {@code null} for none
     */
    public record OnlineHands(
            Form form, @Nullable String counted, @Nullable String uncounted) {}

    /** The next step of a vote. */
    public enum VoteStep {
        OPEN,
        ACCLAIM,
        COUNT,
        /** After a tie in an election. */
        SECOND_ROUND
    }

    /** A vote in a list. */
    public record VoteRow(String url, String text, String detail, Tone tone, String state) {}

    /**
     * A candidate.
     *
     * @param field the name of the field with the voices, in a count
     */
    public record CandidateRow(
            String url,
            String name,
            String interests,
            String field,
            @Nullable String result) {}

    /** The roll of a vote by name, for its scrutineer. */
    public record RollPage(
            String url, String text, String words, List<RollEntry> rows, List<Option> choices, Form form) {}

    /** Those elected whose mandates are to be recorded, with the seats to choose from. */
    public record ElectedSeatsPage(String url, String text, List<ElectedRow> rows, List<Option> seats, Form form) {

        /**
         * A person elected.
         *
         * @param held the seat that the person holds already, and since when; {@code null} for none
         */
        public record ElectedRow(
                String name,
                String seatField,
                ChooserField person,
                @Nullable String held) {}
    }

    /** The votes of a meeting. */
    public record VoteListPage(
            String title, String doorUrl, String url, String minutesUrl, List<VoteRow> rows, boolean mayCount) {}

    /** The form of a new vote. */
    public record NewVotePage(String url, String votesUrl, Form form, List<Option> items, List<Option> articles) {}

    /**
     * The page of a delegate.
     *
     * @param text what is voted; {@code null} if no vote by name is open
     * @param why why the delegate cannot vote on it; {@code null} if they can
     * @param cast the ballot as it was cast, in one sentence; {@code null} for none
     */
    public record BallotPage(
            Words words,
            String address,
            String action,
            List<Option> languages,
            String delegate,
            @Nullable Vote vote,
            @Nullable String text,
            @Nullable String why,
            int cards,
            @Nullable String cast,
            List<Option> choices,
            Form form)
            implements TranslatedPage {}

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
            String mandatesUrl,
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
         * @param expected the people named in its mandate letter who have not come; none once the delegation is complete
         * @param obstacle why no other delegate can be checked in; {@code null} if one can
         * @param left the cards that can be handed to those in the hall; 0 if none of them is there
         * @param form the next delegate; drawn only if one can be checked in
         */
        public record DelegationPage(
                String url,
                String doorUrl,
                String name,
                String right,
                List<DelegateRow> delegates,
                List<ExpectedDelegate> expected,
                @Nullable String obstacle,
                int left,
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
         * @param cards the form of the cards
         */
        public record DelegateRow(
                String url,
                String name,
                String detail,
                Tone tone,
                String state,
                boolean isPresent,
                Form substitute,
                Form cards) {}
    }
}
