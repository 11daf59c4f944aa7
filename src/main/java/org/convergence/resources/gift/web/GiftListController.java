package org.convergence.resources.gift.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.list.ListColumn;
import org.convergence.platform.list.ListView;
import org.convergence.platform.mail.DeliveryPage;
import org.convergence.platform.mail.DeliveryPage.LetterRow;
import org.convergence.platform.mail.LetterState;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.LetterStatusService.LetterDelivery;
import org.convergence.platform.mail.LetterSummary;
import org.convergence.platform.mail.MailingConfirmation;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormFields;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.convergence.resources.gift.GiftPermissions;
import org.convergence.resources.gift.domain.Gift;
import org.convergence.resources.gift.domain.GiftCommitmentService;
import org.convergence.resources.gift.domain.GiftCommitmentService.GiftCommitmentId;
import org.convergence.resources.gift.domain.GiftLetterSender;
import org.convergence.resources.gift.domain.GiftPapers;
import org.convergence.resources.gift.domain.GiftQueries;
import org.convergence.resources.gift.domain.GiftQueries.GiftFilter;
import org.convergence.resources.gift.domain.GiftQueries.YearDonor;
import org.convergence.resources.gift.web.GiftPage.GiftCommitmentsPage;
import org.convergence.resources.gift.web.GiftPage.GiftListPage;
import org.convergence.resources.gift.web.GiftPage.GiftYearPage;
import org.convergence.resources.ledger.AccountantBooks;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of gifts with its files, the monthly commitments, and the account of a calendar year for each donor. */
@Controller
@RequestMapping("/resources/gift")
@Requires(GiftPermissions.RECORD)
class GiftListController {

    private static final Field<String> NAME =
            Field.text("q", "gift.filter.q", 200).optional();
    private static final Field<UUID> FUND =
            Field.id("fund", "gift.field.purpose").optional();
    private static final Field<UUID> DONOR =
            Field.id("donor", "gift.field.donor").optional();
    private static final String COMMITMENTS = GiftPage.LIST + "/commitments";
    private static final int DAYS_WITHOUT_DONOR = 400;
    private static final List<ListColumn<Gift>> COLUMNS = List.of(
            ListColumn.of("gift.field.number", Gift::number),
            ListColumn.of("gift.field.received_on", Gift::receivedOn),
            ListColumn.formatted("gift.field.donor", GiftForm::formatDonor),
            ListColumn.of("gift.field.amount", row -> row.amount().getAmount()),
            ListColumn.of(
                    "gift.field.currency", row -> row.amount().getCurrencyUnit().getCode()),
            ListColumn.of("gift.field.home_amount", Gift::homeAmount),
            ListColumn.formatted(
                    "gift.field.method", (row, t) -> t.say(row.method().key())),
            ListColumn.of("gift.field.description", Gift::description),
            ListColumn.formatted("gift.field.purpose", GiftPapers::formatPurpose),
            ListColumn.of("gift.field.reference", Gift::reference),
            ListColumn.of("gift.field.reversed_on", Gift::reversedOn));
    private final ListView<GiftFilter, Gift> view = new ListView<>(
            GiftPage.LIST,
            "gift.count",
            FormFields.of(
                    NAME.from(GiftFilter::name),
                    GiftForm.FROM.from(GiftFilter::from),
                    GiftForm.TO.from(GiftFilter::to),
                    FUND.<GiftFilter>from(GiftFilter::fund).inSight(),
                    DONOR.from(GiftFilter::donor),
                    GiftForm.TO_THANK.from(GiftFilter::toThank)),
            answers -> new GiftFilter(
                    answers.textOrEmpty(NAME),
                    answers.find(GiftForm.FROM),
                    answers.find(GiftForm.TO),
                    answers.find(FUND),
                    answers.find(DONOR),
                    answers.get(GiftForm.TO_THANK)),
            COLUMNS);

    private final GiftQueries queries;
    private final GiftCommitmentService commitments;
    private final OrganisationSettings settings;
    private final GiftLetterSender letters;
    private final LetterStatusService statuses;
    private final GiftPapers papers;

    GiftListController(
            GiftQueries queries,
            GiftCommitmentService commitments,
            OrganisationSettings settings,
            GiftLetterSender letters,
            LetterStatusService statuses,
            GiftPapers papers) {
        this.queries = queries;
        this.commitments = commitments;
        this.settings = settings;
        this.letters = letters;
        this.statuses = statuses;
        this.papers = papers;
    }

    @GetMapping
    ModelAndView list(Form form, Words t) {
        LocalDate today = settings.today();
        return view.page(
                form,
                t,
                queries::findPage,
                (rows, frame) -> new GiftListPage(
                        frame,
                        rows,
                        queries.findUnattached(today.minusDays(DAYS_WITHOUT_DONOR)),
                        queries.findPurposes(today).stream()
                                .map(each -> Option.of(each.fund(), each.name()))
                                .toList(),
                        today.getYear() - 1));
    }

    @GetMapping("/export.{format}")
    void export(@PathVariable String format, Form form, Words t, HttpServletResponse response) throws IOException {
        view.export(format, t.say("gift.menu"), settings.today(), form, t, queries::takeOut, response);
    }

    @GetMapping("/commitments")
    ModelAndView showCommitments() {
        return PageView.of(
                "resources/gift/commitments", new GiftCommitmentsPage(commitments.findAll(), settings.today()));
    }

    private static YearMonth month(Form form) {
        return form.read(answers -> TextParser.month(answers.text("month", 7)).orElseGet(() -> {
            answers.reject("month", "shell.form.choice");
            return YearMonth.of(1970, 1);
        }));
    }

    @PostMapping("/commitments/{id}/excuse")
    ModelAndView excuse(@PathVariable GiftCommitmentId id, Form form) {
        YearMonth month = month(form);
        commitments.excuse(id, month);
        return SeeOther.to(COMMITMENTS)
                .withNotice("gift.commitment.excused")
                .withUndo(COMMITMENTS + "/" + id.value() + "/expect?month=" + month);
    }

    @PostMapping("/commitments/{id}/expect")
    ModelAndView expect(@PathVariable GiftCommitmentId id, Form form) {
        commitments.expect(id, month(form));
        return SeeOther.to(COMMITMENTS).withNotice("gift.commitment.expected");
    }

    @PostMapping("/commitments/{id}/end")
    ModelAndView end(@PathVariable GiftCommitmentId id) {
        commitments.end(id);
        return SeeOther.to(COMMITMENTS)
                .withNotice("gift.commitment.ended")
                .withUndo(COMMITMENTS + "/" + id.value() + "/resume");
    }

    @PostMapping("/commitments/{id}/resume")
    ModelAndView resume(@PathVariable GiftCommitmentId id) {
        commitments.resume(id);
        return SeeOther.to(COMMITMENTS).withNotice("gift.commitment.expected");
    }

    private static String url(int year) {
        return GiftPage.LIST + "/year/" + year;
    }

    @GetMapping("/year/{year}")
    ModelAndView show(@PathVariable int year, Words t) {
        List<YearDonor> donors = queries.findDonors(year);
        Map<UUID, LetterStatus> states = letters.findStatuses(donors);
        BigDecimal sum = donors.stream().map(YearDonor::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return PageView.of(
                "resources/gift/year",
                new GiftYearPage(
                        year,
                        settings.today().getYear() > year,
                        t.money(sum, AccountantBooks.CURRENCY),
                        donors,
                        states,
                        letters.findDue(year).size(),
                        LetterSummary.of(states.values()).count(LetterState.WAITING)));
    }

    @GetMapping("/year/{year}/send")
    ModelAndView preview(@PathVariable int year, Words t) {
        MailingPreview preview = letters.previewAccounts(year);
        return new MailingConfirmation(
                        t.say("gift.account.send"),
                        t.say("gift.account.title", String.valueOf(year)),
                        url(year),
                        t.say("gift.account.send.lead"),
                        preview,
                        url(year) + "/send",
                        !preview.letters().isEmpty())
                .view();
    }

    @PostMapping("/year/{year}/send")
    ModelAndView send(@PathVariable int year) {
        return statuses.notePosted(SeeOther.to(url(year)), "gift.account.sent", letters.sendAccounts(year))
                .withUndo(url(year) + "/take-back");
    }

    @PostMapping("/year/{year}/take-back")
    ModelAndView takeBack(@PathVariable int year) {
        return SeeOther.to(url(year)).withNotice("gift.account.taken-back", letters.takeBackAccounts(year));
    }

    @GetMapping("/year/{year}/delivered")
    ModelAndView deliver(@PathVariable int year, Words t) {
        return deliveries(year, DeliveryPage.blank(settings.today()), t).view();
    }

    private static boolean isWaiting(YearDonor donor, Map<UUID, LetterStatus> states) {
        LetterStatus state = donor.account() == null ? null : states.get(donor.account());
        return state != null && state.state() == LetterState.WAITING;
    }

    private DeliveryPage deliveries(int year, Form form, Words t) {
        List<YearDonor> deliverable = letters.findDeliverable(year);
        Map<UUID, LetterStatus> states = letters.findStatuses(deliverable);
        return new DeliveryPage(
                t.say("gift.account.title", String.valueOf(year)),
                url(year),
                t.say("gift.account.deliver.lead"),
                t.say("gift.account.deliver.none"),
                deliverable.stream()
                        .map(each -> new LetterRow(
                                each.party().value(),
                                each.name(),
                                t.money(each.amount(), AccountantBooks.CURRENCY),
                                !isWaiting(each, states)))
                        .toList(),
                List.of(),
                form);
    }

    @PostMapping("/year/{year}/delivered")
    ModelAndView deliver(@PathVariable int year, Form form, Words t) {
        DeliveryPage page = deliveries(year, form, t);
        return form.submit(
                answers -> DeliveryPage.read(form, answers),
                said -> page.saved(
                        said,
                        letters.markAccountsDelivered(
                                year,
                                said.letters(),
                                new LetterDelivery(said.method(), said.on(), LocalDate.of(year + 1, 1, 1))),
                        t),
                page::view);
    }

    @GetMapping("/year/{year}/persons/{id}.pdf")
    void account(@PathVariable int year, @PathVariable UUID id, Words t, HttpServletResponse response)
            throws IOException {
        GiftController.write(response, t.say("gift.account.file", year), papers.renderAccount(year, new PersonId(id)));
    }

    @GetMapping("/year/{year}/organisations/{id}.pdf")
    void accountOfOrganisation(@PathVariable int year, @PathVariable UUID id, Words t, HttpServletResponse response)
            throws IOException {
        GiftController.write(
                response, t.say("gift.account.file", year), papers.renderAccount(year, new OrganisationId(id)));
    }
}
