package org.convergence.resources.grant.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.convergence.platform.access.Requires;
import org.convergence.platform.chart.ShareBar;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.Block.Cell;
import org.convergence.platform.rendering.Block.Column;
import org.convergence.platform.rendering.Paper;
import org.convergence.platform.rendering.PaperDownload;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.platform.rendering.Section;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Slug;
import org.convergence.platform.text.Words;
import org.convergence.resources.grant.GrantPermissions;
import org.convergence.resources.grant.domain.AgreementQueries;
import org.convergence.resources.grant.domain.AgreementQueries.AgreementFilter;
import org.convergence.resources.grant.domain.AgreementQueries.AgreementRow;
import org.convergence.resources.grant.domain.AgreementStanding;
import org.convergence.resources.grant.web.AgreementOverviewPage.AgreementStandingRow;
import org.convergence.resources.grant.web.AgreementOverviewPage.CurrencyPart;
import org.convergence.resources.spending.Budgets.BudgetLineState;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where all running agreements stand, on one page and on paper for the board. */
@Controller
@RequestMapping("/resources/grant/agreement/overview")
@Requires(GrantPermissions.READ)
record AgreementOverviewController(AgreementQueries queries, OrganisationSettings settings, PaperDownload papers) {

    @GetMapping
    ModelAndView show(Words t) {
        return PageView.of("resources/grant/overview", assemble(t));
    }

    /** An agreement beside where it stands. */
    private record StandingAgreement(AgreementRow agreement, AgreementStanding standing) {}

    private AgreementOverviewPage assemble(Words t) {
        List<AgreementRow> running = new ArrayList<>();
        queries.iterateAll(new AgreementFilter(false)).forEachRemaining(row -> {
            if (row.closedOn() == null && !row.startsOn().isAfter(settings.today())) {
                running.add(row);
            }
        });
        Map<String, List<BudgetLineState>> lines = queries.findLines(running);
        Map<String, List<StandingAgreement>> byCurrency = new TreeMap<>();
        for (AgreementRow row : running) {
            byCurrency
                    .computeIfAbsent(row.currency(), currency -> new ArrayList<>())
                    .add(new StandingAgreement(
                            row,
                            AgreementStanding.of(
                                    row, lines.getOrDefault(row.id().subject(), List.of()), settings.today())));
        }
        return new AgreementOverviewPage(byCurrency.entrySet().stream()
                .map(each -> part(CurrencyUnit.of(each.getKey()), each.getValue(), t))
                .toList());
    }

    private static CurrencyPart part(CurrencyUnit currency, List<StandingAgreement> agreements, Words t) {
        List<AgreementStanding> all =
                agreements.stream().map(StandingAgreement::standing).toList();
        Money budget = Money.total(
                currency, all.stream().map(AgreementStanding::budget).toList());
        Money committed = Money.total(
                currency, all.stream().map(AgreementStanding::committed).toList());
        Money spent =
                Money.total(currency, all.stream().map(AgreementStanding::spent).toList());
        List<Money> rests = all.stream()
                .map(AgreementStanding::rest)
                .flatMap(Optional::stream)
                .toList();
        Money lost =
                Money.total(currency, rests.stream().filter(Money::isPositive).toList());
        Money lacks =
                Money.total(currency, rests.stream().filter(Money::isNegative).toList());
        List<String> attention = new ArrayList<>();
        if (lost.isPositive()) {
            attention.add(t.say("grant.overview.lost", t.money(lost)));
        }
        if (lacks.isNegative()) {
            attention.add(t.say("grant.overview.lacks", t.money(lacks.abs())));
        }
        Money left = budget.minus(committed).minus(spent);
        return new CurrencyPart(
                t.say("grant.overview.currency", currency.getCode(), agreements.size()),
                t.say("grant.agreement.left", t.money(left), t.money(budget)),
                attention,
                AgreementFormatter.bar(budget, committed, spent),
                AgreementFormatter.shares(budget, committed, spent, t),
                agreements.stream().map(each -> row(each, t)).toList(),
                new AgreementStandingRow(
                        "",
                        t.say("grant.agreement.total"),
                        "",
                        t.money(budget),
                        t.money(committed),
                        t.money(spent),
                        t.money(left),
                        "",
                        "",
                        Tone.REST));
    }

    private static AgreementStandingRow row(StandingAgreement each, Words t) {
        AgreementRow it = each.agreement();
        AgreementStanding standing = each.standing();
        String days = t.period(it.startsOn(), it.endsOn());
        return new AgreementStandingRow(
                AgreementPage.url(it.id()),
                it.title(),
                it.funderName().isEmpty() ? days : it.funderName() + " · " + days,
                t.money(standing.budget()),
                t.money(standing.committed()),
                t.money(standing.spent()),
                t.money(standing.left()),
                t.percent(standing.timeGone(), 100),
                standing.rest()
                        .map(rest -> outcome(rest, standing.isOver(), t))
                        .orElseGet(() -> t.say("grant.overview.early")),
                standing.rest()
                        .map(rest -> rest.isZero() ? Tone.OK : rest.isPositive() ? Tone.WARN : Tone.BAD)
                        .orElse(Tone.REST));
    }

    private static String outcome(Money rest, boolean isOver, Words t) {
        if (rest.isZero()) {
            return t.say("grant.overview.row.even");
        }
        String key = rest.isPositive()
                ? isOver ? "grant.overview.row.unspent" : "grant.overview.row.lost"
                : isOver ? "grant.overview.row.lacked" : "grant.overview.row.lacks";
        return t.say(key, t.money(rest.abs()));
    }

    @GetMapping("/board.pdf")
    void board(Words t, HttpServletResponse response) throws IOException {
        String title = t.say("grant.overview");
        Paper paper = new Paper(
                        title,
                        t.say("grant.overview.on", settings.today()),
                        settings.current().name(),
                        t.say("grant.overview.description"),
                        assemble(t).currencies().stream()
                                .map(part -> section(part, t))
                                .toList(),
                        Paper.Layout.SHEET)
                .followedBy(
                        Section.of(t.say("grant.overview.how"), List.of(Block.text(t.say("grant.overview.method")))));
        papers.send(paper, Slug.of(title) + "-" + settings.today(), PaperFormat.PDF, t, response);
    }

    private static Section section(CurrencyPart part, Words t) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Chart(new ShareBar(part.standing(), part.shares()).draw(t)));
        part.attention().forEach(sentence -> blocks.add(Block.text(sentence)));
        blocks.add(new Block.Table(
                        part.title(),
                        List.of(
                                Column.words(t.say("grant.overview.agreement")),
                                Column.figures(t.say("grant.agreement.budget")),
                                Column.figures(t.say("grant.agreement.committed")),
                                Column.figures(t.say("grant.agreement.spent")),
                                Column.figures(t.say("grant.agreement.rest")),
                                Column.figures(t.say("grant.overview.gone")),
                                Column.words(t.say("grant.overview.outcome"))),
                        part.rows().stream()
                                .map(AgreementOverviewController::cells)
                                .toList())
                .withTotal(cells(part.total()))
                .withoutEmptyColumns());
        return Section.of(part.title(), blocks);
    }

    private static List<Cell> cells(AgreementStandingRow row) {
        return Stream.of(row.title(), row.budget(), row.committed(), row.spent(), row.left(), row.gone(), row.outcome())
                .map(Cell::of)
                .toList();
    }
}
