package org.convergence.advocacy.dialogue.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.convergence.advocacy.dialogue.domain.AdvocacyActFacts.AdvocacyActId;
import org.convergence.advocacy.dialogue.domain.DecisionMakerService.DecisionMakerId;
import org.convergence.advocacy.dialogue.domain.DialogueQueries.DecisionMakerRow;
import org.convergence.directory.people.ChooserField;
import org.convergence.platform.list.ListFrame;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * A decision-maker: her page, or the brief before a meeting.
 *
 * @param standing her office today, in words
 * @param left whether she left it; then the page says so first
 * @param person her page in the directory; {@code null} for an office
 * @param notes {@code null} if nothing is noted
 * @param form adds a mandate, an ask or a promise; {@code null} without the permission, and in the brief
 * @param act the meeting or letter that the promise in the form comes from
 */
public record DecisionMakerPage(
        String url,
        String name,
        String standing,
        boolean left,
        @Nullable String person,
        String follower,
        @Nullable String notes,
        List<MandatePart> mandates,
        List<AskPart> asks,
        List<CommitmentPart> commitments,
        List<ActPart> acts,
        @Nullable Form form,
        @Nullable String act) {

    static final String LIST = "/advocacy/dialogue";

    /** A mandate; without an address once it is over. */
    public record MandatePart(String id, String title, String detail, String addresses, boolean isOver) {}

    /** An ask, with those of whom it is asked. */
    public record AskPart(String url, String words, String detail, Tone tone, String state, boolean isOpen) {}

    /**
     * A promise.
     *
     * @param decisionMaker her page; {@code null} on it
     */
    public record CommitmentPart(
            String url,
            String words,
            String name,
            @Nullable String decisionMaker,
            String detail,
            Tone tone,
            String state,
            boolean isOpen) {}

    /** An act. */
    public record ActPart(
            String url,
            String title,
            String detail,
            @Nullable String said,
            Tone tone,
            String state) {}

    /**
     * The form of a decision-maker.
     *
     * @param person choice of the person; {@code null} if she is known
     */
    public record DecisionMakerFormPage(
            String key,
            @Nullable String about,
            String action,
            String cancel,
            Form form,
            @Nullable ChooserField person,
            ChooserField follower) {}

    /** The list of decision-makers. */
    public record DecisionMakerListPage(
            ListFrame frame, List<Tab> tabs, List<DecisionMakerItem> items, boolean mayFollow) {}

    /** A decision-maker in the list. */
    public record DecisionMakerItem(String url, String name, String standing, boolean left, String detail) {

        static DecisionMakerItem of(DecisionMakerRow row, LocalDate today, Words t) {
            List<String> detail = new ArrayList<>();
            if (row.lastAct() != null) {
                detail.add(t.say("dialogue.last-act", row.lastAct()));
            }
            if (row.commitments() > 0) {
                detail.add(t.say("dialogue.open-commitments", row.commitments()));
            }
            if (row.followerName() != null) {
                detail.add(t.say("dialogue.followed-by", row.followerName()));
            }
            return new DecisionMakerItem(
                    DecisionMakerPage.url(row.id()),
                    row.name(),
                    DialogueFormatter.standing(row, today, t),
                    row.hasLeft(today),
                    String.join(" · ", detail));
        }
    }

    /** The asks or the promises of all decision-makers. */
    public record AskListPage(
            ListFrame frame, List<Tab> tabs, List<AskPart> asks, List<CommitmentPart> commitments, boolean mayFollow) {}

    static String url(DecisionMakerId id) {
        return LIST + "/" + id.value();
    }

    static String url(AdvocacyActId id) {
        return LIST + "/acts/" + id.value();
    }

    /** The views of the dialogue. */
    static List<Tab> tabs(String current, Words t) {
        return List.of(
                tab("dialogue.tab.people", LIST, current, t),
                tab("dialogue.tab.asks", LIST + "/asks", current, t),
                tab("dialogue.tab.commitments", LIST + "/commitments", current, t),
                tab("dialogue.tab.lobby", LIST + "/lobby", current, t));
    }

    private static Tab tab(String key, String url, String current, Words t) {
        return new Tab(t.say(key), url, url.equals(current));
    }
}
