package org.convergence.cooperation.watch.web;

import java.util.List;
import org.convergence.cooperation.watch.domain.WatchItem.WatchItemId;
import org.convergence.directory.people.ChooserField;
import org.convergence.platform.list.ListFrame;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * An item.
 *
 * @param link where it can be read; {@code null} for nowhere
 * @param body what was pasted; empty for all but the team
 * @param warning why it is not told as it is; {@code null} for nothing to say
 * @param lead what it leads to; {@code null} for nothing
 * @param yes records the partner's yes; {@code null} for what is no note, and without the permission
 * @param mayWithdraw whether there is a yes to take back
 */
public record WatchPage(
        String url,
        String title,
        Tone tone,
        String state,
        String detail,
        @Nullable String link,
        String body,
        List<WatchFact> facts,
        @Nullable String warning,
        @Nullable LeadPart lead,
        @Nullable YesPart yes,
        boolean mayWithdraw,
        boolean mayEdit) {

    static final String LIST = "/cooperation/watch";

    static String url(WatchItemId id) {
        return LIST + "/" + id.value();
    }

    /** A fact about the item. */
    public record WatchFact(String label, String value) {}

    /**
     * What the item leads to.
     *
     * @param url the record, or the page where it begins
     */
    public record LeadPart(String what, String detail, String url, String label) {}

    /**
     * The words to which a partner says yes, with the form.
     *
     * @param words one by language
     */
    public record YesPart(Form form, List<WatchFact> words) {}

    /**
     * The list of items.
     *
     * @param proposals what feeds propose; empty for all but the team
     */
    public record WatchListPage(
            ListFrame frame,
            List<Tab> tabs,
            List<Option> countries,
            List<ProposalPart> proposals,
            List<WatchListItem> items,
            boolean mayEdit) {}

    /** An item in the list. */
    public record WatchListItem(String url, String title, String detail, Tone tone, String state) {}

    /**
     * A proposal.
     *
     * @param url its address, to which gestures are added
     */
    public record ProposalPart(
            String url,
            String country,
            String title,
            String detail,
            @Nullable String link) {}

    /** The form in which a text is pasted. */
    public record KeepPage(Form form, List<Option> countries) {}

    /**
     * The form of an item.
     *
     * @param isNote whether a partner said it
     */
    public record WatchFormPage(
            Form form,
            String url,
            String title,
            boolean isNote,
            List<Option> countries,
            ChooserField organisation,
            ChooserField person) {}

    /** The form of a country's context. */
    public record ContextPage(Form form, String action, String country, String back) {}

    /** The feeds, with the form of a new one; {@code null} without the permission. */
    public record FeedListPage(
            List<FeedPart> feeds, @Nullable Form form, List<Option> countries) {}

    /**
     * A feed.
     *
     * @param url its address, to which gestures are added
     * @param problem why it cannot be read; {@code null} if it can
     */
    public record FeedPart(
            String url,
            String title,
            String address,
            String detail,
            @Nullable String problem,
            Tone tone,
            String health,
            boolean isOn) {}

    /** The digests, the latest first. */
    public record DigestListPage(List<WatchListItem> digests, List<Option> starts) {}

    /** The form of a digest. */
    public record DigestFormPage(Form form, String action, String title, List<Tab> tabs, List<DigestLinePart> lines) {}

    /**
     * A line that can be chosen.
     *
     * @param use the name of its box
     * @param words the name of its text
     * @param fixed the words of a partner, which are told as they are; {@code null} for words to edit
     * @param warning {@code null} for nothing to say
     */
    public record DigestLinePart(
            String use,
            String words,
            String title,
            String detail,
            @Nullable String fixed,
            @Nullable String warning) {}

    /**
     * A digest as it was made.
     *
     * @param isForPartners whether it appears on their pages once its sending is noted
     */
    public record DigestPage(
            String url,
            String title,
            String lead,
            String language,
            String body,
            @Nullable Form share,
            boolean isForPartners,
            boolean mayDelete,
            boolean mayHandOver,
            boolean mayUnshare) {}
}
