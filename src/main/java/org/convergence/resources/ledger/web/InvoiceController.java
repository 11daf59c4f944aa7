package org.convergence.resources.ledger.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.directory.people.Decision;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PartyUrls;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.MailingConfirmation;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.platform.rendering.RenderingOptions;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.shell.FileDownload;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.InvoiceId;
import org.convergence.resources.ledger.InvoiceLetterSource.InvoiceLetter;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.domain.AdvanceService;
import org.convergence.resources.ledger.domain.InvoiceDetailsQueries;
import org.convergence.resources.ledger.domain.InvoiceMailService;
import org.convergence.resources.ledger.domain.InvoicePaperAssembler;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Shows one invoice with its settlements, and as PDF. */
@Controller
@RequestMapping("/resources/ledger/invoices/{id}")
@Requires(LedgerPermissions.READ)
record InvoiceController(
        InvoiceDetailsQueries invoiceDetails,
        InvoicePaperAssembler paper,
        AdvanceService advances,
        PeopleDirectory people,
        OrganisationSettings settings,
        RecipientWords recipientWords,
        InvoiceLetterFormatter letters,
        InvoiceMailService mails,
        LetterStatusService statuses) {

    @GetMapping
    ModelAndView show(@PathVariable UUID id, Words t) {
        InvoiceDetailsQueries.InvoiceDetails it = invoiceDetails.findById(new InvoiceId(id));
        LocalDate today = settings.today();
        Party debtor = party(it.organisation(), it.person());
        Party payer = party(it.payerOrganisation(), it.payerPerson());
        boolean other = !payer.equals(debtor);
        Tone tone = InvoicePage.tone(it.balance(), it.expectedOn(), today);
        boolean owed = it.balance().isPositive();
        boolean records = CurrentActor.get().may(LedgerPermissions.RECORD);
        Money advance = advances.findBalance(payer, it.total().getCurrencyUnit());
        boolean issues = CurrentActor.get().may(LedgerPermissions.ISSUE);
        LetterStatus mailed = mails.findLetters(List.of(it.id())).get(id);
        List<String> sent = Stream.concat(
                        letters.find(List.of(it.id())).getOrDefault(it.id(), List.of()).stream(),
                        Stream.ofNullable(mailed).map(each -> new InvoiceLetter(0, each)))
                .map(each -> InvoiceLetterFormatter.describe(each, t))
                .toList();
        InvoicePage page = new InvoicePage(
                it.number(),
                LedgerUrls.invoice(it.id()),
                it.debtor(),
                PartyUrls.of(debtor),
                other ? name(payer) : null,
                other ? PartyUrls.of(payer) : null,
                it.addressee(),
                it.subject(),
                it.note(),
                t.date(it.issuedOn()),
                t.date(it.expectedOn()),
                delay(it, t),
                it.period() == null
                        ? ""
                        : t.period(it.period().from(), it.period().until()),
                it.lines().stream()
                        .map(line -> new InvoicePage.InvoiceLineRow(line.text(), t.money(line.amount()), null))
                        .toList(),
                history(it, t),
                sent.isEmpty() && owed ? List.of(t.say("ledger.letter.none")) : sent,
                t.money(it.total()),
                t.money(it.balance()),
                tone,
                t.say("ledger.state." + tone.name()),
                owed,
                owed && records ? LedgerUrls.newPayment(payer) + "&invoice=" + id : null,
                owed && records && advance.isPositive() ? t.money(advance) : null,
                issues && owed ? mails.findAddress(it.id()) : null,
                issues && mailed != null && mailed.queued(),
                issues);
        return PageView.of("resources/ledger/invoice", page);
    }

    private static @Nullable String delay(InvoiceDetailsQueries.InvoiceDetails it, Words t) {
        Decision delay = it.delay();
        return delay == null
                ? null
                : t.say("ledger.delayed-by", t.date(it.dueOn()), delay.body(), t.date(delay.date()));
    }

    private record InvoiceEvent(LocalDate on, InvoicePage.InvoiceLineRow line) {}

    private static List<InvoicePage.InvoiceLineRow> history(InvoiceDetailsQueries.InvoiceDetails it, Words t) {
        List<InvoiceEvent> all = new ArrayList<>();
        it.settled().forEach(each -> {
            String reference = each.reference() == null ? "" : " " + each.reference();
            all.add(new InvoiceEvent(
                    each.on(),
                    new InvoicePage.InvoiceLineRow(
                            t.date(each.on()) + " · " + t.say(each.method().key()) + reference,
                            t.money(each.amount().negated()),
                            LedgerUrls.payment(each.payment()))));
        });
        it.reduced().forEach(each -> {
            Decision decision = each.decision();
            String by =
                    decision == null ? "" : " · " + t.say("ledger.decided", decision.body(), t.date(decision.date()));
            all.add(new InvoiceEvent(
                    each.on(),
                    new InvoicePage.InvoiceLineRow(
                            t.date(each.on()) + " · "
                                    + t.say("ledger.reduction." + each.kind().name(), each.number()) + " · "
                                    + each.reason() + by,
                            t.money(each.amount().negated()),
                            null)));
        });
        return all.stream()
                .sorted(Comparator.comparing(InvoiceEvent::on))
                .map(InvoiceEvent::line)
                .toList();
    }

    /** The invoice as sent, in its own language. */
    @GetMapping("/file.pdf")
    void pdf(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        InvoiceDetailsQueries.InvoiceDetails it = invoiceDetails.findById(new InvoiceId(id));
        FileDownload.setHeaders(response, it.number() + ".pdf", PaperFormat.PDF.mediaType());
        PaperFormat.PDF.write(
                paper.forDebtor(it),
                recipientWords.forLanguage(it.language()),
                RenderingOptions.letterPaper("", settings.letterhead()),
                response.getOutputStream());
    }

    /** Shows the mail with the invoice before it is sent. */
    @GetMapping("/mail")
    @Requires(LedgerPermissions.ISSUE)
    ModelAndView mail(@PathVariable InvoiceId id, Words t) {
        MailingPreview preview = mails.preview(id);
        String url = LedgerUrls.invoice(id);
        return new MailingConfirmation(
                        t.say("ledger.mail.send", preview.letters().get(0).address()),
                        t.say(
                                "ledger.invoice.title",
                                invoiceDetails.findById(id).number()),
                        url,
                        null,
                        preview,
                        url + "/mail",
                        true)
                .view();
    }

    @PostMapping("/mail")
    @Requires(LedgerPermissions.ISSUE)
    ModelAndView send(@PathVariable InvoiceId id) {
        mails.send(id);
        return statuses.notePosted(SeeOther.to(LedgerUrls.invoice(id)));
    }

    @PostMapping("/mail/take-back")
    @Requires(LedgerPermissions.ISSUE)
    ModelAndView takeBack(@PathVariable InvoiceId id) {
        return SeeOther.to(LedgerUrls.invoice(id)).withNotice("ledger.mail.taken-back", mails.takeBack(id));
    }

    /** Settles the invoice from its payer's advance, as far as it goes. */
    @PostMapping("/advance")
    @Requires(LedgerPermissions.RECORD)
    ModelAndView useAdvance(@PathVariable UUID id, Words t) {
        InvoiceDetailsQueries.InvoiceDetails it = invoiceDetails.findById(new InvoiceId(id));
        Party payer = party(it.payerOrganisation(), it.payerPerson());
        Money left = advances.findBalance(payer, it.total().getCurrencyUnit());
        Money amount = left.isGreaterThan(it.balance()) ? it.balance() : left;
        advances.settle(payer, settings.today(), amount, it.id());
        return SeeOther.to(LedgerUrls.invoice(it.id())).withNotice("ledger.advance.used", t.money(amount));
    }

    private String name(Party party) {
        return party instanceof OrganisationId organisation
                ? people.organisationNames(List.of(organisation)).values().stream()
                        .findFirst()
                        .map(it -> it.name())
                        .orElse("")
                : people.personNames(List.of((PersonId) party)).values().stream()
                        .findFirst()
                        .map(it -> it.name())
                        .orElse("");
    }

    private static Party party(@Nullable UUID organisation, @Nullable UUID person) {
        return organisation != null ? new OrganisationId(organisation) : new PersonId(Objects.requireNonNull(person));
    }
}
