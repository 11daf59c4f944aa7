package org.convergence.resources.gift.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.ChooserField;
import org.convergence.platform.imports.web.ImportPage;
import org.convergence.platform.list.ListFrame;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.resources.gift.domain.Gift;
import org.convergence.resources.gift.domain.Gift.GiftId;
import org.convergence.resources.gift.domain.GiftCommitmentService.GiftCommitment;
import org.convergence.resources.gift.domain.GiftQueries.GiftPayment;
import org.convergence.resources.gift.domain.GiftQueries.YearDonor;
import org.jspecify.annotations.Nullable;

/**
 * A gift.
 *
 * @param thanks the state of the last letter of thanks; {@code null} without one
 * @param appeals whether the donor may be asked again, in words; {@code null} for an organisation or nobody
 * @param form reverses it
 */
public record GiftPage(
        Gift gift, @Nullable LetterStatus thanks, @Nullable String appeals, Form form) {

    static final String LIST = "/resources/gift";

    static String url(GiftId id) {
        return LIST + "/" + id.value();
    }

    /** The address of this gift. */
    public String url() {
        return url(gift.id());
    }

    /** The file of an import, with the purposes to choose from. */
    public record GiftFilePage(ImportPage file, List<Option> purposes) {}

    /** The list, with the payments whose donor is not known yet. */
    public record GiftListPage(
            ListFrame frame, List<Gift> rows, List<GiftPayment> payments, List<Option> purposes, int lastYear) {}

    /**
     * The form of a gift.
     *
     * @param paid whether the payment is in the ledger, so that amount, day and method are known
     * @param once whether it can become a gift of each month
     */
    public record GiftFormPage(
            String key,
            String action,
            String cancel,
            Form form,
            ChooserField organisation,
            ChooserField person,
            List<Option> purposes,
            boolean paid,
            boolean once) {}

    /** The commitments, those that wait longest first. */
    public record GiftCommitmentsPage(List<GiftCommitment> rows, LocalDate today) {}

    /**
     * The donors of a year.
     *
     * @param due the number whose account neither left nor waits
     * @param waiting the number whose account waits
     */
    public record GiftYearPage(
            int year,
            boolean isOver,
            String sum,
            List<YearDonor> donors,
            Map<UUID, LetterStatus> states,
            int due,
            int waiting) {}
}
