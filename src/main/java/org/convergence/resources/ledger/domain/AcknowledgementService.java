package org.convergence.resources.ledger.domain;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.convergence.directory.consent.CharityStatus;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.Inline;
import org.convergence.platform.rendering.Paper;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.platform.rendering.RenderingOptions;
import org.convergence.platform.rendering.Section;
import org.convergence.platform.settings.OrganisationProfile;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.PaymentId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Acknowledgements of payments. None is a tax receipt (R-REC-1). */
@Service
@Transactional(readOnly = true)
@Requires(LedgerPermissions.RECORD)
public class AcknowledgementService {

    private final PaymentQueries payments;
    private final CharityStatus charity;
    private final OrganisationSettings settings;

    AcknowledgementService(PaymentQueries payments, CharityStatus charity, OrganisationSettings settings) {
        this.payments = payments;
        this.charity = charity;
        this.settings = settings;
    }

    /**
     * The payment to acknowledge.
     *
     * @throws Refused if it was reversed, or is of no money
     */
    public PaymentQueries.PaymentSummary requireAcknowledgeable(PaymentId id) {
        PaymentQueries.PaymentSummary it = payments.findById(id);
        if (!it.amount().isPositive() || it.reversedBy() != null) {
            throw new Refused("ledger.refused.no-receipt");
        }
        return it;
    }

    /**
     * The acknowledgement as PDF.
     *
     * @param note a word of thanks; {@code null} for none
     * @throws Refused if the note uses locked words
     */
    public byte[] renderPdf(PaymentId id, @Nullable String note, Words t) {
        LocalDate since = charity.registeredSince().orElse(null);
        PaymentQueries.PaymentSummary it = requireAcknowledgeable(id);
        if (note != null) {
            ReceiptPolicy.requireAllowed(note, it.receivedOn(), since);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PaperFormat.PDF.write(
                buildPaper(it, note, since, t), t, RenderingOptions.letterPaper("", settings.letterhead()), out);
        return out.toByteArray();
    }

    private Paper buildPaper(
            PaymentQueries.PaymentSummary it, @Nullable String note, @Nullable LocalDate since, Words t) {
        String name = it.name() == null ? it.payer() : it.name();
        String amount = t.money(it.amount());
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.text(
                name == null
                        ? t.say("ledger.receipt.from-somebody", t.date(it.receivedOn()), amount)
                        : t.say("ledger.receipt.from", name, t.date(it.receivedOn()), amount)));
        blocks.add(settlementTable(it, t));
        if (note != null) {
            note.lines().filter(line -> !line.isBlank()).map(Block::text).forEach(blocks::add);
        }
        blocks.add(Block.text(t.say(ReceiptPolicy.noticeKey(it.receivedOn(), since))));
        OrganisationProfile organisation = settings.current();
        if (!organisation.identity().signatory().isBlank()) {
            blocks.add(new Block.Paragraph(Inline.lines(organisation.signature())));
        }
        return new Paper(
                t.say("ledger.receipt"),
                t.date(settings.today()),
                organisation.name(),
                t.say("ledger.receipt.description"),
                List.of(Section.of(t.say("ledger.receipt.contents"), blocks)),
                Paper.Layout.PLAIN);
    }

    private Block settlementTable(PaymentQueries.PaymentSummary it, Words t) {
        List<List<Block.Cell>> rows = new ArrayList<>();
        for (PaymentQueries.PaymentAllocation each : payments.findAllocations(it.id())) {
            String what = each.number() == null
                    ? t.say("ledger.part." + each.purpose())
                    : each.number() + " – " + each.subject();
            rows.add(List.of(
                    Block.Cell.of(what),
                    Block.Cell.of(t.money(each.amount()), each.amount().getAmount())));
        }
        return new Block.Table(
                t.say("ledger.settles"),
                List.of(
                        Block.Column.words(t.say("ledger.field.what")),
                        Block.Column.figures(t.say("ledger.field.amount"))),
                rows);
    }
}
