package org.convergence.resources.gift.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.convergence.platform.access.Requires;
import org.convergence.platform.list.ListColumn;
import org.convergence.platform.list.ListView;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormFields;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.convergence.resources.gift.GiftCommitmentId;
import org.convergence.resources.gift.GiftPermissions;
import org.convergence.resources.gift.domain.Gift;
import org.convergence.resources.gift.domain.GiftCommitmentService;
import org.convergence.resources.gift.domain.GiftPapers;
import org.convergence.resources.gift.domain.GiftQueries;
import org.convergence.resources.gift.domain.GiftQueries.GiftFilter;
import org.convergence.resources.gift.web.GiftPage.GiftCommitmentsPage;
import org.convergence.resources.gift.web.GiftPage.GiftListPage;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of gifts with its files, and the monthly commitments. */
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

    private final GiftQueries queries;
    private final GiftCommitmentService commitments;
    private final OrganisationSettings settings;
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

    GiftListController(GiftQueries queries, GiftCommitmentService commitments, OrganisationSettings settings) {
        this.queries = queries;
        this.commitments = commitments;
        this.settings = settings;
    }

    @Bean
    static MenuEntry giftMenuEntry() {
        return MenuEntry.of("gift.menu", GiftPage.LIST).requiring(GiftPermissions.RECORD);
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
}
