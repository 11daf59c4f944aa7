package org.convergence.cooperation.fieldwork.web;

import java.util.List;
import org.convergence.cooperation.fieldwork.domain.SentEntry.PartnerEntryKind;
import org.convergence.directory.people.ChooserField;
import org.convergence.platform.imports.web.ImportStartPage;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.jspecify.annotations.Nullable;

/**
 * The page on which a partner's workbook is read: one that is known, or a new one of a partner.
 *
 * @param workbooks those known
 */
public record PartnerWorkbookPage(
        ImportStartPage start, ChooserField organisation, List<Option> workbooks, List<PartnerWorkbookPart> known) {

    public static final Field<PartnerEntryKind> KIND = Field.choice(
            "kind",
            "fieldwork.workbook.kind",
            List.of(PartnerEntryKind.SPENT, PartnerEntryKind.HAPPENED, PartnerEntryKind.FIGURES),
            PartnerEntryKind::key);
    public static final Field<String> NAME = Field.text("name", "fieldwork.workbook.name", 200);

    static final String LIST = PartnerEntryPage.LIST + "/workbooks";
    static final String OURS = LIST + "/ours";

    /**
     * A workbook in the list.
     *
     * @param url where it is downloaded; {@code null} if it is the partner's own
     */
    public record PartnerWorkbookPart(
            String name, String detail, @Nullable String url) {}

    /** The form for a workbook that we make. */
    public record OurWorkbookPage(Form form, ChooserField organisation) {}
}
