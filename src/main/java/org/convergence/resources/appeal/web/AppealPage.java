package org.convergence.resources.appeal.web;

import java.util.List;
import org.convergence.directory.people.ChooserField;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.RecordOrigins.OriginLink;
import org.convergence.platform.shell.TranslatedPage;
import org.convergence.platform.text.Words;
import org.convergence.resources.appeal.domain.Appeal;
import org.convergence.resources.appeal.domain.Appeal.AppealId;
import org.convergence.resources.appeal.domain.Appeal.AppealText;
import org.convergence.resources.appeal.domain.AppealService.AppealAccount;
import org.convergence.resources.appeal.domain.AppealService.AppealRow;
import org.jspecify.annotations.Nullable;

/**
 * An appeal.
 *
 * @param partner its name; {@code null} if it was deleted
 * @param account {@code null} for a relayed appeal
 * @param letters the letters by state, in words
 * @param publicUrl its public page, with the site
 * @param origins the records from which it was made, such as a partner's request
 * @param segments to write to; empty without the permission, or once it is closed
 */
public record AppealPage(
        Appeal appeal,
        @Nullable String partner,
        boolean isOpen,
        @Nullable AppealAccount account,
        @Nullable String letters,
        String publicUrl,
        List<Option> segments,
        List<OriginLink> origins,
        boolean mayEdit) {

    static final String LIST = "/resources/appeal";

    static String url(AppealId id) {
        return LIST + "/" + id.value();
    }

    /** The address of this appeal. */
    public String url() {
        return url(appeal.typedId());
    }

    /** The appeals with their states, in words. */
    public record AppealListPage(List<AppealItem> items, boolean mayEdit) {}

    /** An appeal in the list. */
    public record AppealItem(AppealRow row, String url, String detail, boolean isOpen) {}

    /** The form of an appeal. */
    public record AppealFormPage(String key, String action, String cancel, Form form, ChooserField partner) {}

    /**
     * An appeal as anyone sees it.
     *
     * @param by who asks, and for which partner, as a sentence
     * @param until its last day, or that it is over, as a sentence; {@code null} while it has no end
     * @param link where one gives on line; {@code null} for none, or once it is over
     * @param account {@code null} if it is not shown
     */
    public record PublicAppealPage(
            Words words,
            AppealText text,
            Appeal appeal,
            String by,
            @Nullable String until,
            @Nullable String link,
            List<String> reach,
            boolean isOpen,
            @Nullable String partner,
            @Nullable AppealAccount account,
            String address,
            List<Option> languages)
            implements TranslatedPage {}
}
