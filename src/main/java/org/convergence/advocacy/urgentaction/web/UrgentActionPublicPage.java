package org.convergence.advocacy.urgentaction.web;

import java.util.List;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.PublicText;
import org.convergence.platform.publicform.FormShield;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.TranslatedPage;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

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
