package org.convergence.outreach.relay.web;

import java.util.List;
import org.convergence.directory.people.ChooserField;
import org.convergence.outreach.relay.domain.Relay.RelayKit;
import org.convergence.outreach.relay.domain.Relay.RelayKit.KitText;
import org.convergence.outreach.relay.domain.Relay.RelayState;
import org.convergence.outreach.relay.domain.RelayFeed.RelayCandidate;
import org.convergence.platform.publicform.FormShield;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.TextSource.SourcePicture;
import org.convergence.platform.shell.TranslatedPage;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * A kit with the relays that were taken or published.
 *
 * @param facts its licence, its last day, its line
 * @param reach to how many organisations it was proposed, and how many published it; {@code null} before it left
 * @param letters the states of its letters; {@code null} before it left
 * @param picture the address of the picture; {@code null} for none
 * @param sightings posts of organisations that may be it, for a person to say
 * @param unread the sites that cannot be read at present, as sentences
 * @param refusal why no letter would leave any longer, as a message key; {@code null} while some may
 * @param recipients the organisations that have the kit, whose text was taken back; empty if it was not
 * @param mayCorrect whether no letter has left
 */
public record RelayPage(
        String url,
        RelayKit kit,
        List<RelayFact> facts,
        @Nullable String reach,
        @Nullable String letters,
        @Nullable String picture,
        List<RelayRow> relays,
        List<RelayCandidate> sightings,
        List<String> unread,
        @Nullable String refusal,
        List<RelayRow> recipients,
        boolean mayCorrect,
        boolean mayEdit) {

    /** Whether it may be proposed once it is corrected: its text is not taken back. */
    public boolean mayBeProposed() {
        return !"relay.refused.taken-back".equals(refusal);
    }

    /** A fact about the kit. */
    public record RelayFact(
            String label, String text, @Nullable String url) {

        RelayFact(String label, String text) {
            this(label, text, null);
        }
    }

    /**
     * A relay.
     *
     * @param detail day, channel and circulation, as stated
     * @param copy the address of the kept copy; {@code null} for none
     */
    public record RelayRow(
            String id,
            String name,
            String url,
            String detail,
            @Nullable String link,
            @Nullable String copy,
            RelayState state,
            String stateName,
            boolean mayProve) {}

    /** The kits. */
    public record RelayListPage(List<KitItem> items, boolean mayEdit) {}

    /** A kit in the list. */
    public record KitItem(String url, String title, String detail) {}

    /**
     * The form of a kit.
     *
     * @param languages in which it may be written besides the first
     */
    public record KitFormPage(
            Form form,
            String action,
            String cancel,
            @Nullable String about,
            @Nullable String picture,
            @Nullable SourcePicture taken,
            List<String> languages,
            List<Option> segments,
            List<Option> actions) {}

    /** The form in which staff record an answer that came otherwise. */
    public record RelayAnswerPage(Form form, String url, String title, ChooserField organisation) {}

    /** The form in which staff record evidence. */
    public record RelayEvidencePage(
            Form seen, Form kept, String url, String kitUrl, String title, String organisation) {}

    /**
     * The page behind a link.
     *
     * @param words in the language of the page
     * @param us the organisation that proposes the kit
     * @param text in the language of the page, else in the first of the organisation
     * @param title of the text; neutral words where it may name a person whose name may not be published
     * @param language in which the text is written
     * @param picture the address of the picture; {@code null} for none
     * @param before the last day to publish, as a sentence; {@code null} for none
     * @param answered the present answer, as a sentence; {@code null} for none
     * @param isTakenBack whether the text must not be published any longer
     * @param published what the organisation published of all kits
     */
    public record RelayLinkPage(
            Words words,
            String us,
            String them,
            RelayKit kit,
            KitText text,
            String title,
            String language,
            @Nullable String picture,
            @Nullable String before,
            @Nullable String answered,
            boolean isOpen,
            boolean isTakenBack,
            String address,
            String action,
            List<Option> answers,
            List<Option> languages,
            FormShield shield,
            Form form,
            List<OwnRelay> published)
            implements TranslatedPage {}

    /** What an organisation published, on the page behind its link. */
    public record OwnRelay(
            String title, String detail, @Nullable String link) {}

    /** The relays of an organisation, on its page. */
    public record RelayPart(List<RelayRow> relays) {}

    /** The sites in which relays are looked for, and the form for another one. */
    public record RelayFeedPage(List<RelayFeedRow> feeds, Form form, ChooserField organisation) {}

    /** A site in which relays are looked for. */
    public record RelayFeedRow(String url, String name, String address, String detail, boolean isFailing) {}
}
