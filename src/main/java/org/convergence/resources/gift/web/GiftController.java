package org.convergence.resources.gift.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.consent.ConsentChannel;
import org.convergence.directory.consent.ConsentChecker;
import org.convergence.directory.consent.Purpose;
import org.convergence.directory.people.SinglePartyChooser;
import org.convergence.platform.access.Requires;
import org.convergence.platform.mail.DeliveryMethod;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.LetterStatusService.LetterDelivery;
import org.convergence.platform.mail.MailingConfirmation;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.shell.DueWorkSource.DueWork;
import org.convergence.platform.shell.DueWorkSource.DueWorkRow;
import org.convergence.platform.shell.FileDownload;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.convergence.resources.gift.GiftPermissions;
import org.convergence.resources.gift.domain.Gift;
import org.convergence.resources.gift.domain.Gift.GiftId;
import org.convergence.resources.gift.domain.Gift.GiftMethod;
import org.convergence.resources.gift.domain.GiftCommitmentService;
import org.convergence.resources.gift.domain.GiftCommitmentService.GiftCommitment;
import org.convergence.resources.gift.domain.GiftCommitmentService.GiftCommitmentId;
import org.convergence.resources.gift.domain.GiftLetterSender;
import org.convergence.resources.gift.domain.GiftPapers;
import org.convergence.resources.gift.domain.GiftPolicy;
import org.convergence.resources.gift.domain.GiftQueries;
import org.convergence.resources.gift.domain.GiftQueries.GiftPayment;
import org.convergence.resources.gift.domain.GiftService;
import org.convergence.resources.gift.web.GiftForm.GiftInput;
import org.convergence.resources.gift.web.GiftPage.GiftFormPage;
import org.convergence.resources.ledger.AccountantBooks;
import org.convergence.resources.ledger.PaymentId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** One gift: recording, correcting and reversing it, and thanking for it. */
@Controller
@RequestMapping("/resources/gift")
@Requires(GiftPermissions.RECORD)
record GiftController(
        GiftService gifts,
        GiftQueries queries,
        GiftCommitmentService commitments,
        GiftLetterSender letters,
        GiftPapers papers,
        GiftForm forms,
        SinglePartyChooser parties,
        ConsentChecker consents,
        LetterStatusService statuses,
        OrganisationSettings settings) {

    /** A blank form, or that of a month of a commitment, or of a payment whose donor is not known yet. */
    @GetMapping("/new")
    ModelAndView open(Form asked) {
        UUID commitment = asked.read(answers -> answers.optionalId("commitment"));
        UUID payment = asked.read(answers -> answers.optionalId("payment"));
        Form form = Form.blank()
                .with(GiftForm.RECEIVED.name(), settings.today())
                .with("currency", AccountantBooks.CURRENCY);
        if (commitment != null) {
            GiftCommitment it = commitments.findById(new GiftCommitmentId(commitment));
            LocalDate month = it.nextMonth();
            GiftForm.fill(form, it.organisation(), it.person(), it.amount(), it.method(), it.fund())
                    .with("commitment", commitment)
                    .with("month", month == null ? null : YearMonth.from(month).toString());
        } else if (payment != null) {
            GiftPayment it = queries.findUnattached(new PaymentId(payment));
            GiftForm.fill(form, it.organisation(), it.person(), it.amount(), GiftMethod.of(it.method()), null)
                    .with(GiftForm.RECEIVED.name(), it.receivedOn())
                    .with("payment", payment);
        } else {
            form.with(GiftForm.METHOD.name(), GiftMethod.CHEQUE).with("fund", asked.value("fund"));
        }
        return formPage(form, null);
    }

    @PostMapping("/new")
    ModelAndView add(Form form) {
        return form.submit(
                forms::read,
                input -> SeeOther.to(GiftPage.url(gifts.record(forms.withNewcomer(input), input.origin())))
                        .withNotice("gift.recorded"),
                () -> formPage(form, null));
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable GiftId id) {
        return formPage(GiftForm.open(queries.findById(id)), id);
    }

    @PostMapping("/{id}/edit")
    ModelAndView edit(@PathVariable GiftId id, Form form) {
        return form.submit(
                forms::read,
                (GiftInput input) -> {
                    gifts.correct(id, input.version(), forms.withNewcomer(input));
                    return SeeOther.to(GiftPage.url(id)).withNotice("gift.saved");
                },
                () -> formPage(form, id));
    }

    private ModelAndView formPage(Form form, @Nullable GiftId id) {
        List<Option> purposes = new ArrayList<>(queries.findPurposes(settings.today()).stream()
                .map(each -> Option.of(each.fund(), each.name()))
                .toList());
        Gift gift = id == null ? null : queries.findById(id);
        if (gift != null
                && gift.fund() != null
                && purposes.stream()
                        .noneMatch(
                                each -> each.value().equals(gift.fund().value().toString()))) {
            purposes.add(Option.of(gift.fund(), String.valueOf(gift.fundName())));
        }
        return PageView.of(
                "resources/gift/form",
                new GiftFormPage(
                        id == null ? "gift.new" : "gift.edit",
                        id == null ? GiftPage.LIST + "/new" : GiftPage.url(id) + "/edit",
                        id == null ? GiftPage.LIST : GiftPage.url(id),
                        form,
                        parties.organisation(form),
                        parties.person(form),
                        purposes,
                        form.filled("payment"),
                        id == null && !form.filled("commitment")));
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable GiftId id, Words t) {
        return page(id, Form.blank().with(GiftForm.REVERSED.name(), settings.today()), t);
    }

    private ModelAndView page(GiftId id, Form form, Words t) {
        Gift gift = queries.findById(id);
        return PageView.of(
                "resources/gift/show", new GiftPage(gift, letters.findStatus(id).orElse(null), appeals(gift, t), form));
    }

    /** Whether the donor may be asked again (R-L25-9). */
    private @Nullable String appeals(Gift gift, Words t) {
        return gift.person() == null
                ? null
                : consents
                        .mayWrite(List.of(gift.person()), ConsentChannel.MAIL, Purpose.APPEALS, settings.today())
                        .values()
                        .stream()
                        .findFirst()
                        .map(each -> t.say(each.allowed() ? "gift.may-ask" : "gift.may-not-ask"))
                        .orElse(null);
    }

    @PostMapping("/{id}/reverse")
    ModelAndView reverse(@PathVariable GiftId id, Form form, Words t) {
        return form.submit(
                answers -> new Reversal(answers.get(GiftForm.REVERSED), answers.get(GiftForm.REASON)),
                it -> gifts.reverse(id, it.day(), it.reason()),
                SeeOther.to(GiftPage.url(id)).withNotice("gift.reversed"),
                () -> page(id, form, t));
    }

    private record Reversal(LocalDate day, String reason) {}

    @GetMapping("/{id}/thank")
    ModelAndView thank(@PathVariable GiftId id, Words t) {
        MailingPreview preview = letters.preview(id);
        return new MailingConfirmation(
                        t.say("gift.thank"),
                        t.say("gift.label", queries.findById(id).number()),
                        GiftPage.url(id),
                        t.say("gift.thank.lead"),
                        preview,
                        GiftPage.url(id) + "/thank",
                        !preview.letters().isEmpty())
                .view();
    }

    @PostMapping("/{id}/thank")
    ModelAndView thank(@PathVariable GiftId id) {
        letters.send(id);
        return statuses.notePosted(SeeOther.to(GiftPage.url(id))).withUndo(GiftPage.url(id) + "/take-back");
    }

    @PostMapping("/{id}/delivered")
    ModelAndView markDelivered(@PathVariable GiftId id, Form form) {
        DeliveryMethod method = form.read(answers -> answers.choice("method", DeliveryMethod.class));
        letters.markDelivered(
                id,
                new LetterDelivery(
                        method, settings.today(), queries.findById(id).receivedOn()));
        return SeeOther.to(GiftPage.url(id)).withNotice("gift.handed-over").withUndo(GiftPage.url(id) + "/take-back");
    }

    @PostMapping("/{id}/take-back")
    ModelAndView takeBack(@PathVariable GiftId id) {
        letters.takeBack(id);
        return SeeOther.to(GiftPage.url(id)).withNotice("gift.taken-back");
    }

    @GetMapping("/{id}/acknowledgement.pdf")
    void acknowledge(@PathVariable GiftId id, Words t, HttpServletResponse response) throws IOException {
        write(response, t.say("ledger.receipt.file"), papers.renderAcknowledgement(id));
    }

    static void write(HttpServletResponse response, String name, byte[] pdf) throws IOException {
        FileDownload.setHeaders(response, name + ".pdf", PaperFormat.PDF.mediaType());
        response.getOutputStream().write(pdf);
    }

    /** Monthly gifts that did not come in time (R-GIFT-2), together by day; donors are not named. */
    @Bean
    static DueWorkSource giftDueWork(OrganisationSettings settings) {
        return DueWorkSource.of(
                        GiftPermissions.RECORD,
                        """
                SELECT 'MONTH' AS kind, c.id, c.id AS subject, c.due_on, 'SINCE' AS day_kind, CAST(NULL AS uuid) AS owner, 'OURS' AS place,
                       c.days AS title, CAST(NULL AS text) AS detail
                FROM (SELECT (array_agg(g.id ORDER BY g.id))[1] AS id, string_agg(m.days, ',') AS days,
                             g.next_month + g.day - 1 AS due_on
                        FROM resources.gift_commitment g
                        CROSS JOIN LATERAL
                             (SELECT string_agg((awaited::date + g.day - 1)::text, ',') AS days
                                FROM generate_series(g.next_month, least(g.last_month, g.next_month + interval '2 years'),
                                                     interval '1 month') AS awaited
                               WHERE to_char(awaited, 'YYYY-MM') <> ALL (g.excused)
                                 AND NOT EXISTS (SELECT FROM resources.gift r WHERE r.commitment = g.id
                                                 AND r.month = awaited::date AND r.reversed_on IS NULL)) m
                       WHERE g.next_month IS NOT NULL GROUP BY due_on) c
                """,
                        (row, t) -> new DueWork(
                                "resources.gift_commitment/" + row.id(),
                                describeMissing(row, settings.today(), t),
                                GiftPage.LIST + "/commitments",
                                null))
                .withDaysAhead(-GiftPolicy.GRACE_DAYS);
    }

    /** All the gifts missing since the first day of a row, whose title lists the days awaited from then on. */
    private static String describeMissing(DueWorkRow row, LocalDate today, Words t) {
        LocalDate first = row.dueOn();
        LocalDate until = today.minusDays(GiftPolicy.GRACE_DAYS);
        List<LocalDate> missing = Arrays.stream(String.valueOf(row.title()).split(",", -1))
                .flatMap(day -> TextParser.date(day).stream())
                .filter(day -> !day.isAfter(until))
                .sorted()
                .toList();
        LocalDate last = missing.isEmpty() ? first : missing.get(missing.size() - 1);
        return last.equals(first)
                ? t.say("gift.commitment.due", first, missing.size())
                : t.say("gift.commitment.due.months", first, missing.size(), last);
    }
}
