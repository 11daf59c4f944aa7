package org.convergence.resources.ledger.domain;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Open;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.Block.Cell;
import org.convergence.platform.rendering.Block.Column;
import org.convergence.platform.rendering.Inline;
import org.convergence.platform.rendering.Paper;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.platform.rendering.RenderingOptions;
import org.convergence.platform.rendering.Section;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.InvoiceId;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/** An invoice to print, in its own language: as issued, with the balance owed on the day it is rendered. */
@Component
public record InvoicePaperAssembler(RecipientWords recipientWords, OrganisationSettings settings) {

    /** Where a specimen has no number yet. */
    private static final String SPECIMEN_NUMBER = "–";

    /** The version for the debtor and the staff. */
    @Open("the caller was allowed to read the invoice")
    public Paper forDebtor(InvoiceDetailsQueries.InvoiceDetails it) {
        return paper(it, it.lines());
    }

    /**
     * The version for the payer. A payer that is not the debtor sees the debtor and the amount, not the computation:
     * the headcount of an organisation is shown to no other.
     */
    @Open("the caller was allowed to read the invoice")
    public Paper forPayer(InvoiceDetailsQueries.InvoiceDetails it) {
        return it.isPaidByAnother() && it.source() != null
                ? paper(
                        it,
                        List.of(new InvoiceDetailsQueries.InvoiceLine(
                                recipientWords.forLanguage(it.language()).say("ledger.paper.for", it.debtor()),
                                it.total(),
                                "")))
                : forDebtor(it);
    }

    /** An invoice that is not issued yet, as its payer would read it: without a number, and marked. */
    @Open("the caller was allowed to read the amounts")
    public byte[] renderSpecimen(InvoiceFacts it, String debtor) {
        Words t = recipientWords.forLanguage(it.language());
        Paper read = forPayer(new InvoiceDetailsQueries.InvoiceDetails(
                new InvoiceId(new UUID(0, 0)),
                1,
                SPECIMEN_NUMBER,
                it.debtor() instanceof OrganisationId organisation ? organisation.value() : null,
                it.debtor() instanceof PersonId person ? person.value() : null,
                it.payer() instanceof OrganisationId organisation ? organisation.value() : null,
                it.payer() instanceof PersonId person ? person.value() : null,
                debtor,
                it.addressee(),
                it.language(),
                it.issuedOn(),
                it.dueOn(),
                it.period(),
                it.subject(),
                it.note(),
                it.total(),
                null,
                null,
                it.source(),
                it.lines().stream()
                        .map(line -> new InvoiceDetailsQueries.InvoiceLine(
                                line.text(), MoneyAmounts.of(it.currency(), line.amount()), ""))
                        .toList(),
                List.of(),
                List.of()));
        List<Section> marked = new ArrayList<>(
                List.of(Section.of("", List.of(new Block.Note(Inline.of(t.say("ledger.paper.specimen.note")))))));
        marked.addAll(read.sections());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PaperFormat.PDF.write(
                new Paper(
                        t.say("ledger.paper.specimen"),
                        read.subtitle(),
                        read.organisation(),
                        read.description(),
                        marked,
                        read.layout()),
                t,
                RenderingOptions.letterPaper("", settings.letterhead()),
                out);
        return out.toByteArray();
    }

    private Paper paper(InvoiceDetailsQueries.InvoiceDetails it, List<InvoiceDetailsQueries.InvoiceLine> asked) {
        Words t = recipientWords.forLanguage(it.language());
        List<Block> blocks = new ArrayList<>();
        blocks.add(addressee(it, t));
        blocks.add(facts(it, t));
        blocks.add(table(it, asked, t));
        List<String> pay = settings.current().identity().paymentLines(t);
        if (!pay.isEmpty() && it.balance().isPositive()) {
            blocks.add(new Block.Subheading(t.say("ledger.paper.pay")));
            blocks.add(new Block.Paragraph(Inline.lines(String.join("\n", pay))));
            if (!it.number().equals(SPECIMEN_NUMBER)) {
                blocks.add(Block.text(t.say("ledger.paper.pay.number", it.number())));
            }
        }
        String note = it.note();
        if (note != null) {
            for (String paragraph : note.split("\\n{2,}", -1)) {
                blocks.add(new Block.Paragraph(Inline.lines(paragraph)));
            }
        }
        return new Paper(
                t.say("ledger.paper.title", it.number()),
                it.subject(),
                settings.current().name(),
                t.say("ledger.paper.description", it.number()),
                List.of(Section.of("", blocks)),
                Paper.Layout.PLAIN);
    }

    private static Block addressee(InvoiceDetailsQueries.InvoiceDetails it, Words t) {
        List<Inline> parts =
                new ArrayList<>(List.of(new Inline.Strong(Inline.of(t.say("ledger.paper.to"))), new Inline.Break()));
        parts.addAll(Inline.lines(it.addressee()));
        return new Block.Paragraph(parts);
    }

    /** Its number and days, side by side. */
    private static Block facts(InvoiceDetailsQueries.InvoiceDetails it, Words t) {
        InvoiceFacts.InvoicePeriod period = it.period();
        return new Block.Table(
                        "",
                        List.of(
                                Column.words(t.say("ledger.paper.number")),
                                Column.words(t.say("ledger.paper.issued")),
                                Column.words(t.say("ledger.paper.due")),
                                Column.words(t.say("ledger.paper.period"))),
                        List.of(List.of(
                                Cell.of(it.number()),
                                Cell.of(t.date(it.issuedOn())),
                                Cell.of(t.date(it.expectedOn())),
                                Cell.of(period == null ? "" : t.capital(t.period(period.from(), period.until()))))))
                .withoutEmptyColumns();
    }

    private static Block table(
            InvoiceDetailsQueries.InvoiceDetails it, List<InvoiceDetailsQueries.InvoiceLine> asked, Words t) {
        List<List<Cell>> rows = new ArrayList<>();
        asked.forEach(line -> rows.add(row(line.text(), line.amount(), t)));
        if (asked.size() > 1 || !it.settled().isEmpty() || !it.reduced().isEmpty()) {
            rows.add(row(t.say("ledger.paper.total"), it.total(), t));
        }
        it.reduced()
                .forEach(each -> rows.add(row(
                        t.say("ledger.reduction." + each.kind().name(), each.number()) + ", " + t.date(each.on()),
                        each.amount().negated(),
                        t)));
        it.settled()
                .forEach(each -> rows.add(row(
                        t.say("ledger.paper.received", t.date(each.on())),
                        each.amount().negated(),
                        t)));
        rows.add(List.of(
                new Cell(strong(t.say("ledger.paper.balance")), null),
                new Cell(strong(t.money(it.balance())), it.balance().getAmount())));
        return new Block.Table(
                "",
                List.of(Column.words(t.say("ledger.field.what")), Column.figures(t.say("ledger.field.amount"))),
                rows);
    }

    private static List<Cell> row(String text, Money amount, Words t) {
        return List.of(Cell.of(text), Cell.of(t.money(amount), amount.getAmount()));
    }

    private static List<Inline> strong(String text) {
        return List.of(new Inline.Strong(Inline.of(text)));
    }
}
