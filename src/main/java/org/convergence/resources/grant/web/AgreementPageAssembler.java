package org.convergence.resources.grant.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.convergence.directory.people.PartyChooser;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageAddress;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.text.Words;
import org.convergence.resources.grant.AgreementDueKind;
import org.convergence.resources.grant.AskedMatches;
import org.convergence.resources.grant.DeliverableLink;
import org.convergence.resources.grant.GrantPermissions;
import org.convergence.resources.grant.domain.AgreementForecast;
import org.convergence.resources.grant.domain.AgreementGaps;
import org.convergence.resources.grant.domain.AgreementQueries;
import org.convergence.resources.grant.domain.AgreementQueries.AgreementDueRow;
import org.convergence.resources.grant.domain.AgreementQueries.AgreementRow;
import org.convergence.resources.grant.domain.AgreementStanding;
import org.convergence.resources.grant.domain.GrantApplicationQueries;
import org.convergence.resources.grant.web.AgreementPage.AgreementClosingPart;
import org.convergence.resources.grant.web.AgreementPage.AgreementDuePart;
import org.convergence.resources.grant.web.AgreementPage.AgreementLinePart;
import org.convergence.resources.grant.web.AgreementPage.AgreementVariancePart;
import org.convergence.resources.grant.web.AgreementPage.PlannedRefund;
import org.convergence.resources.spending.BudgetLines;
import org.convergence.resources.spending.BudgetMatches;
import org.convergence.resources.spending.BudgetPeriod;
import org.convergence.resources.spending.BudgetPolicy;
import org.convergence.resources.spending.Budgets.BudgetLineState;
import org.convergence.resources.spending.Budgets.LineVariance;
import org.convergence.resources.spending.MatchFormatter;
import org.convergence.resources.spending.SpendingPermissions;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Assembles the page of an agreement. */
@Component
class AgreementPageAssembler {

    private final AgreementQueries queries;
    private final GrantApplicationQueries applications;
    private final PartyChooser chooser;
    private final OrganisationSettings settings;
    private final BudgetMatches matches;
    private final AskedMatches asked;
    private final List<DeliverableLink> makers;

    AgreementPageAssembler(
            AgreementQueries queries,
            GrantApplicationQueries applications,
            PartyChooser chooser,
            OrganisationSettings settings,
            BudgetMatches matches,
            AskedMatches asked,
            ObjectProvider<DeliverableLink> makers) {
        this.matches = matches;
        this.asked = asked;
        this.makers = makers.orderedStream().toList();
        this.queries = queries;
        this.applications = applications;
        this.chooser = chooser;
        this.settings = settings;
    }

    /**
     * The page of an agreement.
     *
     * @param add the form of a deliverable or an instalment
     * @param end the form that closes it; another one, so that its problems stand where they belong
     */
    AgreementPage assemble(AgreementRow it, Form add, Form end, Words t) {
        boolean edits = CurrentActor.get().may(GrantPermissions.EDIT);
        List<BudgetLineState> lines = queries.findLines(it.id());
        AgreementStanding standing = AgreementStanding.of(it, lines, settings.today());
        Money budget = standing.budget();
        Money committed = standing.committed();
        Money spent = standing.spent();
        int gone = standing.timeGone();
        Money left = standing.left();
        AgreementForecast forecast = standing.forecast().orElse(null);
        List<AgreementDueRow> dues = queries.findDues(it.id());
        Optional<AgreementGaps> gaps = queries.findGaps(it.id());
        return new AgreementPage(
                AgreementPage.url(it.id()),
                it.title(),
                it.closedOn() == null
                        ? t.say("grant.agreement.left", t.money(left), t.money(budget))
                        : t.say("grant.agreement.closed.lead", it.closedOn(), t.money(spent), t.money(budget)),
                AgreementFormatter.bar(budget, committed, spent),
                AgreementFormatter.standing(budget, spent, gone, t),
                AgreementFormatter.shares(budget, committed, spent, t),
                AgreementFormatter.forecast(it, budget, forecast, gone, t),
                awaited(it, dues, gaps, t),
                AgreementFormatter.facts(it, t),
                applications
                        .findByAgreement(it.id())
                        .map(GrantApplicationPage::url)
                        .orElse(null),
                IntStream.range(0, lines.size())
                        .mapToObj(i -> part(
                                it,
                                lines.get(i),
                                lines,
                                forecast == null ? "" : t.money(forecast.lines().get(i)),
                                t))
                        .toList(),
                new AgreementLinePart(
                        "",
                        t.say("grant.agreement.total"),
                        "",
                        t.money(budget),
                        t.money(committed),
                        t.money(spent),
                        t.money(left),
                        forecast == null ? "" : t.money(forecast.total()),
                        null,
                        null,
                        null,
                        null),
                dues.stream().map(due -> part(due, t)).toList(),
                edits ? add : null,
                edits ? chooser.persons(add, AgreementForm.OWNER, 1, List.of()) : null,
                queries.findVariances(it.id()).stream()
                        .filter(each -> it.closedOn() == null || !each.reason().isEmpty())
                        .map(each -> variance(it, each, t))
                        .toList(),
                it.closedOn() != null,
                CurrentActor.get().may(GrantPermissions.ACCOUNT),
                mayRecord(it) ? budgetUrl(lines, SpendingPermissions.READ, "new") : null,
                matches.find(it.id().subject(), new BudgetPeriod(it.startsOn(), it.endsOn()))
                        .map(match -> new MatchFormatter(match, it.currency(), t).format())
                        .orElse(null),
                asked.describe(it.id(), t),
                CurrentActor.get().may(SpendingPermissions.READ)
                        ? matches.url(it.id().subject())
                        : null,
                budgetUrl(lines, SpendingPermissions.BUDGET, "report"),
                budgetUrl(lines, SpendingPermissions.READ, "remittance"),
                closing(it, spent, dues, gaps, end, edits, t));
    }

    /** What is due, each with the person or the funder awaited; then the expenses not settled. */
    private List<String> awaited(AgreementRow it, List<AgreementDueRow> dues, Optional<AgreementGaps> gaps, Words t) {
        Stream<String> days = dues.stream()
                .filter(due -> due.doneOn() == null && it.closedOn() == null)
                .map(due -> t.say(
                        "grant.agreement.awaited.due",
                        due.what(),
                        due.kind() == AgreementDueKind.INSTALMENT
                                ? it.funderName().isEmpty() ? t.say("grant.agreement.field.funder") : it.funderName()
                                : due.ownerName() == null ? t.say("grant.agreement.awaited.nobody") : due.ownerName(),
                        t.by(due.dueOn(), settings.today())));
        return Stream.concat(
                        days,
                        gaps.stream()
                                .filter(each -> each.openExpenses() > 0)
                                .map(each -> t.say("grant.agreement.awaited.expenses", each.openExpenses())))
                .toList();
    }

    private @Nullable AgreementClosingPart closing(
            AgreementRow it,
            Money spent,
            List<AgreementDueRow> dues,
            Optional<AgreementGaps> gaps,
            Form form,
            boolean edits,
            Words t) {
        LocalDate closedOn = it.closedOn();
        if (closedOn == null && settings.today().isBefore(it.endsOn().minusDays(AgreementGaps.DAYS_AHEAD))) {
            return null;
        }
        Money received = Money.total(
                spent.getCurrencyUnit(),
                dues.stream()
                        .map(due -> Money.of(spent.getCurrencyUnit(), due.balance()))
                        .toList());
        Money balance = received.minus(spent);
        String key = balance.isPositive() ? "grant.agreement.closing.unspent" : "grant.agreement.closing.unpaid";
        return new AgreementClosingPart(
                closedOn == null
                        ? t.say("grant.agreement.closing.ends", it.endsOn())
                        : t.say(
                                "grant.agreement.closing.closed",
                                closedOn,
                                it.closingNote().isEmpty() ? "none" : it.closingNote()),
                gaps.map(each -> AgreementFormatter.lacks(each, t)).orElse(List.of()),
                balance.isZero() ? null : t.say(key, t.money(balance.abs())),
                edits && balance.isPositive() && dues.stream().noneMatch(due -> due.kind() == AgreementDueKind.REFUND)
                        ? new PlannedRefund(
                                t.say("grant.agreement.refund.plan", t.money(balance)),
                                balance.getAmount().toPlainString(),
                                settings.today()
                                        .plusDays(AgreementClosingPart.DAYS_TO_REFUND)
                                        .toString())
                        : null,
                edits && closedOn == null ? form.atVersion(it.version()) : null,
                edits && closedOn != null);
    }

    /** The address of a page about the budget of some lines; {@code null} without the permission. */
    private static @Nullable String budgetUrl(List<BudgetLineState> lines, String permission, String page) {
        return CurrentActor.get().may(permission) && !lines.isEmpty()
                ? "/resources/spending/" + page + "?budget="
                        + lines.get(0).budgetId().value()
                : null;
    }

    private static AgreementVariancePart variance(AgreementRow it, LineVariance line, Words t) {
        return new AgreementVariancePart(
                BudgetLines.name(line.code(), line.label()),
                t.say(
                        line.variance().isPositive()
                                ? "grant.agreement.variance.over"
                                : "grant.agreement.variance.under",
                        t.money(line.variance().abs())),
                line.reason(),
                it.closedOn() == null && CurrentActor.get().may(SpendingPermissions.RECORD)
                        ? PageAddress.of("/resources/spending/line/"
                                        + line.line().value() + "/variance")
                                .with("from", line.period().startsOn().toString())
                                .with("to", line.period().endsOn().toString())
                                .with("back", AgreementPage.url(it.id()))
                                .toString()
                        : null);
    }

    private static AgreementLinePart part(
            AgreementRow it, BudgetLineState line, List<BudgetLineState> all, String forecast, Words t) {
        BigDecimal moved = line.budget().minus(line.original()).getAmount();
        boolean amendment = it.transferTolerance() != null
                && line.amendment().isEmpty()
                && BudgetPolicy.needsAmendment(line.original().getAmount(), it.transferTolerance(), List.of(moved));
        Money beyond = BudgetPolicy.beyondCap(line, all);
        String warning = line.left().isNegative()
                ? t.say("grant.agreement.line.over", t.money(line.left().negated()))
                : beyond.isPositive()
                        ? t.say("grant.agreement.line.cap", t.money(beyond))
                        : amendment ? t.say("grant.agreement.line.amendment", t.money(line.original())) : null;
        return new AgreementLinePart(
                line.id().value().toString(),
                line.code(),
                line.label(),
                t.money(line.budget()),
                t.money(line.committed()),
                t.money(line.spent()),
                t.money(line.left()),
                forecast,
                warning,
                lineUrl("", "", line),
                lineUrl("", "COMMITTED", line),
                mayRecord(it) ? lineUrl("/new", "", line) : null);
    }

    private static boolean mayRecord(AgreementRow it) {
        return it.closedOn() == null && CurrentActor.get().may(SpendingPermissions.RECORD);
    }

    private static @Nullable String lineUrl(String page, String state, BudgetLineState line) {
        return CurrentActor.get().may(SpendingPermissions.READ)
                ? PageAddress.of("/resources/spending" + page)
                        .with("line", line.id().value().toString())
                        .with("state", state)
                        .toString()
                : null;
    }

    private AgreementDuePart part(AgreementDueRow due, Words t) {
        return new AgreementDuePart(
                AgreementPage.url(due.agreement()) + "/due/" + due.id().value(),
                due.what(),
                AgreementFormatter.describe(due, settings.today(), t),
                due.doneOn() == null && due.dueOn().isBefore(settings.today()),
                due.doneOn() != null,
                CurrentActor.get().may(due.kind().isMoney() ? GrantPermissions.ACCOUNT : GrantPermissions.EDIT),
                due.proof(),
                due.doneOn() != null || due.kind() != AgreementDueKind.DELIVERABLE
                        ? List.of()
                        : makers.stream()
                                .filter(DeliverableLink::isShown)
                                .map(each -> new Tab(
                                        t.say(each.key()),
                                        each.path() + due.id().value(),
                                        false))
                                .toList());
    }
}
