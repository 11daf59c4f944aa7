package org.convergence.advocacy.urgentaction.web;

import java.util.List;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.ActionUpdate;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.PublicText;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.PublicWording;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.UrgentActionId;
import org.convergence.directory.people.ChooserField;
import org.convergence.platform.list.ListFrame;
import org.convergence.platform.publicform.FormShield;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.shell.TranslatedPage;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * An urgent action.
 *
 * @param state in words; once it is closed, what came of it
 * @param lead number, country and last day
 * @param steps what must be done before it leaves; empty once it is closed or withdrawn
 * @param named people whom the public words name without agreement, as a sentence; {@code null} for none
 * @param count the signatures in words
 * @param publicUrl the address of the public page while it is shown; {@code null} otherwise
 * @param letters the states of the letters; {@code null} before they left
 */
public record UrgentActionPage(
        String url,
        String title,
        Tone tone,
        String state,
        String lead,
        List<ActionStep> steps,
        @Nullable String named,
        List<UrgentActionFact> facts,
        PublicWording wording,
        String count,
        List<SignOnRow> pending,
        List<SignOnRow> signed,
        List<ActionUpdate> updates,
        @Nullable String publicUrl,
        @Nullable String letters,
        ActionGestures may) {

    /** The address of the list. */
    static final String LIST = "/advocacy/urgentaction";

    static String url(UrgentActionId id) {
        return LIST + "/" + id.value();
    }

    /** What the actor may do now. */
    public record ActionGestures(
            boolean edit,
            boolean send,
            boolean publish,
            boolean check,
            boolean update,
            boolean withdraw,
            boolean sign,
            boolean close,
            boolean report,
            boolean takeBackAccount) {}

    /** A step before the sending. */
    public record ActionStep(String title, String text, boolean done, String url, String label) {

        ActionStep withText(String other) {
            return new ActionStep(title, other, done, url, label);
        }
    }

    /** A fact about the action. */
    public record UrgentActionFact(
            String label, String value, @Nullable String url) {}

    /**
     * A signature.
     *
     * @param matches organisations of the directory that the typed name may mean
     */
    public record SignOnRow(
            String id,
            String name,
            @Nullable String url,
            String detail,
            Tone tone,
            String state,
            List<Option> matches) {}

    /** The list. */
    public record UrgentActionListPage(ListFrame frame, List<Tab> tabs, List<ActionItem> items, boolean mayEdit) {}

    /** An action in the list. */
    public record ActionItem(String url, String title, String detail, Tone tone, String state) {}

    /** The form of an alert. */
    public record AlertFormPage(
            Form form,
            String key,
            String action,
            String cancel,
            @Nullable String about,
            List<Option> countries,
            List<Option> segments,
            List<Option> lines,
            ChooserField partner,
            ChooserField person) {}

    /** The form of the words of an action, with the decision-makers who can get letters. */
    public record WordsFormPage(Form form, String url, String title, List<ChooserField> makers) {}

    /** Another form about an action: the yes, news, the closing, a signature, the question to a second person. */
    public record ActionFormPage(
            Form form,
            String url,
            String title,
            @Nullable PublicWording wording,
            @Nullable ChooserField chooser) {}

    /**
     * The question which organisation a signature is of.
     *
     * @param name as it signed
     */
    public record SignOnMatchPage(
            Form form, String action, String cancel, String title, String name, ChooserField chooser) {}

    /**
     * An urgent action as anyone sees it.
     *
     * @param by the organisations that publish it, as a sentence
     * @param until its last day, as a sentence
     * @param count the signatures in words; {@code null} without any
     * @param thanks shown after a signature was sent
     */
    public record UrgentActionPublicPage(
            Words words,
            PublicText text,
            String by,
            String until,
            List<LetterRecipient> recipients,
            List<PublicNews> news,
            @Nullable String count,
            List<String> signatories,
            boolean thanks,
            boolean mailWaits,
            String address,
            String action,
            List<Option> languages,
            FormShield shield,
            Form form)
            implements TranslatedPage {

        /**
         * A person in office.
         *
         * @param link a {@code mailto:} address that opens a letter in the reader's own mail program
         */
        public record LetterRecipient(String name, String office, String mail, String salutation, String link) {}

        /** News with its day. */
        public record PublicNews(String day, String text) {}

        /** The page of an action that is over or withdrawn: it says nothing about it. */
        public record OverPage(Words words) implements TranslatedPage {}

        /**
         * The page behind a link.
         *
         * @param signature what was signed, as a sentence; {@code null} for a check of the risk
         * @param state the state of the signature; {@code null} for a check
         * @param facts what the second person needs to know
         */
        public record ActionLinkPage(
                Words words,
                String title,
                @Nullable String signature,
                @Nullable String state,
                List<UrgentActionPage.UrgentActionFact> facts,
                @Nullable PublicText text,
                boolean mayConfirm,
                boolean mayWithdraw,
                boolean mayCheck,
                String address,
                List<Option> languages)
                implements TranslatedPage {}
    }
}
