package org.convergence.resources.ledger.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.platform.mail.LetterResource;
import org.convergence.platform.mail.LetterState;
import org.convergence.resources.ledger.InvoiceLetterSource.InvoiceLetter;
import org.convergence.resources.ledger.PaymentMethod;
import org.convergence.resources.ledger.domain.InvoiceQueries;
import org.convergence.resources.ledger.domain.PaymentQueries;
import org.jspecify.annotations.Nullable;

/** The JSON resources of invoices and payments. */
public final class LedgerResources {

    private LedgerResources() {}

    /** An invoice and the balance still owed. */
    @Schema(name = "Invoice")
    public record InvoiceResource(
            UUID id,
            String number,

            @Schema(description = "Null where a person owes") @Nullable
            UUID organisation,

            @Schema(description = "Null where an organisation owes") @Nullable
            UUID person,

            String subject,
            LocalDate issuedOn,

            @Schema(description = "Including a granted delay")
            LocalDate dueOn,

            String currency,
            BigDecimal total,
            BigDecimal settled,

            @Schema(description = "Credited or written off") BigDecimal reduced,

            BigDecimal balance,

            @Schema(description = "State of its letter; null where none was sent from here") @Nullable
            LetterResource letter,

            List<InvoiceReminderResource> reminders) {

        static InvoiceResource of(InvoiceQueries.InvoiceSummary it, List<InvoiceLetter> letters) {
            return new InvoiceResource(
                    it.id().value(),
                    it.number(),
                    organisationOf(it.debtor()),
                    personOf(it.debtor()),
                    it.subject(),
                    it.issuedOn(),
                    it.expectedOn(),
                    it.total().getCurrencyUnit().getCode(),
                    it.total().getAmount(),
                    it.settled().getAmount(),
                    it.reduced().getAmount(),
                    it.balance().getAmount(),
                    letters.stream()
                            .filter(each -> each.round() == 0)
                            .findFirst()
                            .map(LedgerResources::letter)
                            .orElse(null),
                    letters.stream()
                            .filter(each -> each.round() > 0)
                            .map(each -> new InvoiceReminderResource(each.round(), LedgerResources.letter(each)))
                            .toList());
        }
    }

    /** A reminder of an invoice. */
    @Schema(name = "InvoiceReminder")
    public record InvoiceReminderResource(
            @Schema(description = "The first is 1") int round, LetterResource letter) {}

    /** A printed letter waits until it is marked as delivered. */
    private static LetterResource letter(InvoiceLetter it) {
        LetterResource known = LetterResource.of(it.status());
        return known == null ? new LetterResource(LetterState.WAITING, null) : known;
    }

    /** A page of the list. */
    @Schema(name = "InvoicePage")
    public record InvoicePageResource(
            List<InvoiceResource> items,

            @Schema(description = "The value of after for the next page; null on the last") @Nullable
            String next) {}

    /** A part of a payment. */
    @Schema(name = "PaymentPart")
    public record PaymentPartResource(
            @Schema(description = "Null where it settles no invoice") @Nullable
            UUID invoice,

            @Schema(description = "GIFT, APPEAL, OTHER or ADVANCE; null where it settles an invoice") @Nullable
            String purpose,

            BigDecimal amount) {

        static PaymentPartResource of(PaymentQueries.PaymentAllocation it) {
            return new PaymentPartResource(
                    it.invoice() == null ? null : it.invoice().value(),
                    it.purpose() == null ? null : it.purpose().name(),
                    it.amount().getAmount());
        }
    }

    /** A payment. */
    @Schema(name = "Payment")
    public record PaymentResource(
            UUID id,
            int version,
            @Nullable UUID organisation,
            @Nullable UUID person,
            @Nullable String payer,
            PaymentMethod method,
            LocalDate receivedOn,
            @Nullable String reference,
            String currency,
            BigDecimal amount,

            @Schema(description = "Together they are the amount; null in a list") @Nullable
            List<PaymentPartResource> parts) {

        static PaymentResource of(
                PaymentQueries.PaymentSummary it, @Nullable List<PaymentQueries.PaymentAllocation> settled) {
            return new PaymentResource(
                    it.id().value(),
                    it.version(),
                    organisationOf(it.from()),
                    personOf(it.from()),
                    it.payer(),
                    it.method(),
                    it.receivedOn(),
                    it.reference(),
                    it.amount().getCurrencyUnit().getCode(),
                    it.amount().getAmount(),
                    settled == null
                            ? null
                            : settled.stream().map(PaymentPartResource::of).toList());
        }
    }

    /** A page of the list. */
    @Schema(name = "PaymentPage")
    public record PaymentPageResource(
            List<PaymentResource> items,

            @Schema(description = "The value of after for the next page; null on the last") @Nullable
            String next) {}

    /** A recorded payment. */
    @Schema(name = "RecordedPayment")
    public record RecordedPaymentResource(UUID id) {}

    private static @Nullable UUID organisationOf(@Nullable Party party) {
        return party instanceof OrganisationId ? party.value() : null;
    }

    private static @Nullable UUID personOf(@Nullable Party party) {
        return party == null || party instanceof OrganisationId ? null : party.value();
    }
}
